import type { TeamRecord, TeamRepository } from '@klaxon/application';
import { type DomainError, expectNothingLeft, notFound } from '@klaxon/domain';
import type { Prisma } from './generated/client.ts';
import type { TeamModel } from './generated/models.ts';

export function teamFrom({ id, name, createdAt, updatedAt }: TeamModel): TeamRecord {
  return { id, name, createdAt: createdAt.getTime(), updatedAt: updatedAt.getTime() };
}

export function prismaTeamRepository(tx: Prisma.TransactionClient): TeamRepository {
  return {
    async get(id) {
      await tx.$queryRaw`SELECT id FROM teams WHERE id = ${id}::uuid FOR UPDATE`;
      const row = await tx.team.findUnique({ where: { id } });
      if (!row) throw noTeam(id);
      return teamFrom(row);
    },

    async insert({ id, name, createdAt, updatedAt }) {
      const data = { id, name, createdAt: new Date(createdAt), updatedAt: new Date(updatedAt) };
      await tx.team.create({ data, select: { id: true } });
    },

    async update({ id, name, updatedAt }) {
      const data = { name, updatedAt: new Date(updatedAt) };
      await tx.team.update({ where: { id }, data, select: { id: true } });
    },

    async delete(id) {
      // Locked first: nothing can be given to it meanwhile.
      await tx.$queryRaw`SELECT id FROM teams WHERE id = ${id}::uuid FOR UPDATE`;
      const named = { select: { name: true }, orderBy: { name: 'asc' as const } };
      const team = await tx.team.findUnique({
        where: { id },
        select: { services: named, apiKeys: named, integrations: named },
      });
      if (!team) throw noTeam(id);
      expectNothingLeft({
        services: team.services.map(({ name }) => name),
        apiKeys: team.apiKeys.map(({ name }) => name),
        integrations: team.integrations.map(({ name }) => name),
      });
      await tx.team.delete({ where: { id }, select: { id: true } });
    },
  };
}

function noTeam(id: string): DomainError {
  return notFound(`There is no team ${id}.`);
}
