import type { IntegrationView, KeyQueries } from '@klaxon/application';
import { isAction, notFound } from '@klaxon/domain';
import { withRetries } from '../database/database-errors.ts';
import type { Prisma, PrismaClient } from './generated/client.ts';

const WITH_KEYS = {
  keys: { omit: { secretHash: true, integrationId: true }, orderBy: { createdAt: 'desc' } },
} as const satisfies Prisma.IntegrationInclude;
type IntegrationRow = Prisma.IntegrationGetPayload<{ include: typeof WITH_KEYS }>;

export function prismaKeyQueries(prisma: PrismaClient): KeyQueries {
  return {
    apiKeys: () =>
      withRetries(async () => {
        const rows = await prisma.apiKey.findMany({
          omit: { secretHash: true },
          orderBy: { name: 'asc' },
        });
        return rows.map(({ scopes, ...row }) => ({
          ...row,
          ...times(row),
          scopes: scopes.filter(isAction),
        }));
      }),

    integrations: () =>
      withRetries(async () => {
        const rows = await prisma.integration.findMany({
          include: WITH_KEYS,
          orderBy: { name: 'asc' },
        });
        return rows.map(integrationFrom);
      }),

    integration: (id) =>
      withRetries(async () => {
        const row = await prisma.integration.findUnique({ where: { id }, include: WITH_KEYS });
        if (!row) throw notFound(`There is no integration ${id}.`);
        return integrationFrom(row);
      }),
  };
}

function integrationFrom(row: IntegrationRow): IntegrationView {
  return {
    ...row,
    createdAt: row.createdAt.getTime(),
    updatedAt: row.updatedAt.getTime(),
    keys: row.keys.map((key) => ({ ...key, ...times(key) })),
  };
}

function times(row: {
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly lastUsedAt: Date | null;
}) {
  return {
    createdAt: row.createdAt.getTime(),
    expiresAt: row.expiresAt?.getTime() ?? null,
    lastUsedAt: row.lastUsedAt?.getTime() ?? null,
  };
}
