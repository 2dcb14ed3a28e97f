import type { ServiceRecord, ServiceRepository } from '@klaxon/application';
import { type DomainError, notFound } from '@klaxon/domain';
import type { Prisma } from './generated/client.ts';
import type { ServiceModel } from './generated/models.ts';

export function serviceFrom({
  id,
  name,
  teamId,
  createdAt,
  updatedAt,
}: ServiceModel): ServiceRecord {
  return { id, name, teamId, createdAt: createdAt.getTime(), updatedAt: updatedAt.getTime() };
}

export function prismaServiceRepository(tx: Prisma.TransactionClient): ServiceRepository {
  return {
    async get(id) {
      await tx.$queryRaw`SELECT id FROM services WHERE id = ${id}::uuid FOR UPDATE`;
      const row = await tx.service.findUnique({ where: { id } });
      if (!row) throw noService(id);
      return serviceFrom(row);
    },

    async insert({ id, name, teamId, createdAt, updatedAt }) {
      const times = { createdAt: new Date(createdAt), updatedAt: new Date(updatedAt) };
      await tx.service.create({ data: { id, name, teamId, ...times }, select: { id: true } });
    },

    async update({ id, name, teamId, updatedAt }) {
      const data = { name, teamId, updatedAt: new Date(updatedAt) };
      await tx.service.update({ where: { id }, data, select: { id: true } });
    },

    async delete(id) {
      const { count } = await tx.service.deleteMany({ where: { id } });
      if (count === 0) throw noService(id);
    },
  };
}

function noService(id: string): DomainError {
  return notFound(`There is no service ${id}.`);
}
