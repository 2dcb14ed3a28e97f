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

    async idsByName(names) {
      const where = { name: { in: [...names] } };
      const rows = await tx.team.findMany({ where, select: { id: true }, orderBy: { id: 'asc' } });
      return rows.map(({ id }) => id);
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
      if (!(await tx.team.findUnique({ where: { id }, select: { id: true } }))) throw noTeam(id);
      const owned = {
        where: { teamId: id },
        select: { name: true },
        orderBy: { name: 'asc' },
      } as const;
      expectNothingLeft({
        services: namesOf(await tx.service.findMany(owned)),
        apiKeys: namesOf(await tx.apiKey.findMany(owned)),
        integrations: namesOf(await tx.integration.findMany(owned)),
      });
      await tx.team.delete({ where: { id }, select: { id: true } });
    },
  };
}

function namesOf(rows: readonly { readonly name: string }[]): readonly string[] {
  return rows.map(({ name }) => name);
}

function noTeam(id: string): DomainError {
  return notFound(`There is no team ${id}.`);
}
