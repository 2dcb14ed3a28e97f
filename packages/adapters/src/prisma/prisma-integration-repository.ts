import type { IntegrationRecord, IntegrationRepository } from '@klaxon/application';
import { type DomainError, notFound } from '@klaxon/domain';
import type { Prisma } from './generated/client.ts';
import type { IntegrationModel } from './generated/models.ts';

function integrationFrom(row: IntegrationModel): IntegrationRecord {
  return { ...row, createdAt: row.createdAt.getTime(), updatedAt: row.updatedAt.getTime() };
}

export function prismaIntegrationRepository(tx: Prisma.TransactionClient): IntegrationRepository {
  return {
    async get(id) {
      await tx.$queryRaw`SELECT id FROM integrations WHERE id = ${id}::uuid FOR UPDATE`;
      const row = await tx.integration.findUnique({ where: { id } });
      if (!row) throw noIntegration(id);
      return integrationFrom(row);
    },

    async insert({ createdAt, updatedAt, ...rest }) {
      const times = { createdAt: new Date(createdAt), updatedAt: new Date(updatedAt) };
      await tx.integration.create({ data: { ...rest, ...times }, select: { id: true } });
    },

    async update({ id, name, service, teamId, updatedAt }) {
      const data = { name, service, teamId, updatedAt: new Date(updatedAt) };
      await tx.integration.update({ where: { id }, data, select: { id: true } });
    },

    async delete(id) {
      const { count } = await tx.integration.deleteMany({ where: { id } });
      if (count === 0) throw noIntegration(id);
    },

    async addKey(key) {
      const data = {
        ...key,
        secretHash: Uint8Array.from(key.secretHash),
        createdAt: new Date(key.createdAt),
        expiresAt: key.expiresAt === null ? null : new Date(key.expiresAt),
        lastUsedAt: key.lastUsedAt === null ? null : new Date(key.lastUsedAt),
      };
      await tx.integrationKey.create({ data, select: { id: true } });
    },

    async expireKeys(integrationId, at) {
      const expiresAt = new Date(at);
      await tx.integrationKey.updateMany({
        where: { integrationId, OR: [{ expiresAt: null }, { expiresAt: { gt: expiresAt } }] },
        data: { expiresAt },
      });
    },
  };
}

function noIntegration(id: string): DomainError {
  return notFound(`There is no integration ${id}.`);
}
