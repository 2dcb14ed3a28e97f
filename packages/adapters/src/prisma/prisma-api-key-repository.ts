import type { ApiKeyRecord, ApiKeyRepository } from '@klaxon/application';
import { isAction, notFound } from '@klaxon/domain';
import type { Prisma } from './generated/client.ts';
import type { ApiKeyModel } from './generated/models.ts';

function apiKeyFrom(row: ApiKeyModel): ApiKeyRecord {
  return {
    ...row,
    scopes: row.scopes.filter(isAction),
    createdAt: row.createdAt.getTime(),
    expiresAt: row.expiresAt?.getTime() ?? null,
    lastUsedAt: row.lastUsedAt?.getTime() ?? null,
  };
}

export function prismaApiKeyRepository(tx: Prisma.TransactionClient): ApiKeyRepository {
  return {
    async get(id) {
      await tx.$queryRaw`SELECT id FROM api_keys WHERE id = ${id}::uuid FOR UPDATE`;
      const row = await tx.apiKey.findUnique({ where: { id } });
      if (!row) throw notFound(`There is no API key ${id}.`);
      return apiKeyFrom(row);
    },

    async insert(key) {
      const data = {
        ...key,
        scopes: [...key.scopes],
        secretHash: Uint8Array.from(key.secretHash),
        createdAt: new Date(key.createdAt),
        expiresAt: key.expiresAt === null ? null : new Date(key.expiresAt),
        lastUsedAt: key.lastUsedAt === null ? null : new Date(key.lastUsedAt),
      };
      await tx.apiKey.create({ data, select: { id: true } });
    },

    async delete(id) {
      const { count } = await tx.apiKey.deleteMany({ where: { id } });
      if (count === 0) throw notFound(`There is no API key ${id}.`);
    },
  };
}
