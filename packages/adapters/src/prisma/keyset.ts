import type { Page, PageRequest } from '@klaxon/application';
import type { Instant } from '@klaxon/domain';
import { decodeCursor, encodeCursor } from './cursor.ts';
import { Prisma, type PrismaClient } from './generated/client.ts';

/** A list of rows by a time column and id. Table, columns and order are this package's own constants. */
export interface KeysetList {
  readonly table:
    | 'incidents'
    | 'alerts'
    | 'rejected_alerts'
    | 'notification_deliveries'
    | 'audit_entries';
  readonly column: 'created_at' | 'updated_at' | 'received_at' | 'at';
  readonly direction: 'asc' | 'desc';
  readonly where: readonly Prisma.Sql[];
}

interface KeyRow {
  readonly id: string;
  readonly at: Date;
}

/**
 * The ids of one page. Ids only: labels are matched by SQL that uses the GIN index, which Prisma has no
 * words for, and the rows then come through Prisma.
 */
export async function keysetPage(
  prisma: PrismaClient,
  list: KeysetList,
  page: PageRequest,
): Promise<Page<string>> {
  const { table, column, direction } = list;
  const order = `${table}.${column}.${direction}`;
  const [name, key] = [Prisma.raw(table), Prisma.raw(column)];
  const filter = Prisma.sql`WHERE ${Prisma.join([Prisma.sql`TRUE`, ...list.where], ' AND ')}`;
  const after = page.cursor === null ? null : decodeCursor(page.cursor, order);
  const beyond = after
    ? Prisma.sql`AND (${key}, id) ${Prisma.raw(direction === 'asc' ? '>' : '<')} (${new Date(after.at)}, ${after.id}::uuid)`
    : Prisma.empty;
  const skip = after ? Prisma.empty : Prisma.sql`OFFSET ${page.offset}`;
  const by = Prisma.raw(`ORDER BY ${column} ${direction}, id ${direction}`);

  const [counted, rows] = await Promise.all([
    prisma.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total FROM ${name} ${filter}`,
    prisma.$queryRaw<KeyRow[]>`
      SELECT id, ${key} AS at FROM ${name} ${filter} ${beyond} ${by} LIMIT ${page.limit + 1} ${skip}`,
  ]);
  const items = rows.slice(0, page.limit);
  const last = items.at(-1);
  const nextCursor =
    rows.length > page.limit && last
      ? encodeCursor({ order, at: last.at.getTime(), id: last.id })
      : null;
  return { items: items.map((row) => row.id), total: counted[0]?.total ?? 0, nextCursor };
}

/** Rows in the order of their ids; Prisma gives them in any. */
export function inOrder<T extends { readonly id: string }>(
  ids: readonly string[],
  rows: readonly T[],
): readonly T[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

export function between(
  column: string,
  from: Instant | undefined,
  to: Instant | undefined,
): readonly Prisma.Sql[] {
  return [
    ...(from === undefined ? [] : [Prisma.sql`${Prisma.raw(column)} >= ${new Date(from)}`]),
    ...(to === undefined ? [] : [Prisma.sql`${Prisma.raw(column)} < ${new Date(to)}`]),
  ];
}

export function hasLabels(labels: readonly (readonly [string, string])[]): readonly Prisma.Sql[] {
  return labels.map(
    ([name, value]) => Prisma.sql`labels @> ${JSON.stringify({ [name]: value })}::jsonb`,
  );
}
