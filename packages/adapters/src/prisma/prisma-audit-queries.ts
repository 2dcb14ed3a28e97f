import type { AuditEntry, AuditFacts, AuditFilter, AuditQueries } from '@klaxon/application';
import { withRetries } from '../database/database-errors.ts';
import { Prisma, type PrismaClient } from './generated/client.ts';
import type { AuditEntryModel } from './generated/models.ts';
import { between, inOrder, keysetPage } from './keyset.ts';

export function prismaAuditQueries(prisma: PrismaClient): AuditQueries {
  return {
    list: (filter, page) =>
      withRetries(async () => {
        const where = conditions(filter);
        const list = { table: 'audit_entries', column: 'at', direction: 'desc', where } as const;
        const ids = await keysetPage(prisma, list, page);
        const rows = await prisma.auditEntry.findMany({ where: { id: { in: [...ids.items] } } });
        return { ...ids, items: inOrder(ids.items, rows).map(entryFrom) };
      }),

    older: (filter, than, limit) =>
      withRetries(async () => {
        const beyond = than
          ? [Prisma.sql`(at, id) < (${new Date(than.at)}, ${than.id}::uuid)`]
          : [];
        const where = Prisma.join([Prisma.sql`TRUE`, ...conditions(filter), ...beyond], ' AND ');
        const found = await prisma.$queryRaw<{ id: string }[]>`
          SELECT id FROM audit_entries WHERE ${where} ORDER BY at DESC, id DESC LIMIT ${limit}`;
        const ids = found.map(({ id }) => id);
        const rows = await prisma.auditEntry.findMany({ where: { id: { in: ids } } });
        return inOrder(ids, rows).map(entryFrom);
      }),
  };
}

function conditions(filter: AuditFilter): readonly Prisma.Sql[] {
  const { actorId, action, targetKind, targetId, q, from, to } = filter;
  const like = q === undefined ? '' : `%${q.replace(/[\\%_]/g, '\\$&')}%`;
  return [
    ...(actorId === undefined ? [] : [Prisma.sql`actor_id = ${actorId}`]),
    ...(action === undefined ? [] : [Prisma.sql`action = ${action}`]),
    ...(targetKind === undefined ? [] : [Prisma.sql`target_kind = ${targetKind}`]),
    ...(targetId === undefined ? [] : [Prisma.sql`target_id = ${targetId}`]),
    ...(q === undefined
      ? []
      : [Prisma.sql`(actor_name ILIKE ${like} OR target_name ILIKE ${like})`]),
    ...between('at', from, to),
  ];
}

function entryFrom(row: AuditEntryModel): AuditEntry {
  return {
    id: row.id,
    at: row.at.getTime(),
    actor: { kind: row.actorKind, id: row.actorId, name: row.actorName },
    action: row.action,
    target: { kind: row.targetKind, id: row.targetId, name: row.targetName },
    before: factsFrom(row.before),
    after: factsFrom(row.after),
    requestId: row.requestId,
    address: row.address,
  };
}

function factsFrom(json: Prisma.JsonValue): AuditFacts | null {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return null;
  return Object.fromEntries(
    Object.entries(json).map(([name, value]) => [name, factFrom(value ?? null)]),
  );
}

function factFrom(value: Prisma.JsonValue): AuditFacts[string] {
  if (Array.isArray(value))
    return value.map((one) => (typeof one === 'number' ? one : String(one)));
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
}
