import type { UserRecord, UserRepository } from '@klaxon/application';
import { notFound } from '@klaxon/domain';
import type { Prisma } from './generated/client.ts';
import { userColumns, userFrom } from './user-mapper.ts';

interface IdRow {
  readonly id: string;
}

export function prismaUserRepository(tx: Prisma.TransactionClient): UserRepository {
  async function found([row]: readonly IdRow[]): Promise<UserRecord | null> {
    const user = row && (await tx.user.findUnique({ where: { id: row.id } }));
    return user ? userFrom(user) : null;
  }

  return {
    async get(id) {
      const user = await found(
        await tx.$queryRaw<IdRow[]>`SELECT id FROM users WHERE id = ${id}::uuid FOR UPDATE`,
      );
      if (!user) throw notFound(`There is no user ${id}.`);
      return user;
    },

    async byEmail(email) {
      return found(
        await tx.$queryRaw<IdRow[]>`SELECT id FROM users WHERE email = ${email} FOR UPDATE`,
      );
    },

    async byOidc(issuer, subject) {
      return found(
        await tx.$queryRaw<IdRow[]>`
          SELECT id FROM users WHERE oidc_issuer = ${issuer} AND oidc_subject = ${subject} FOR UPDATE`,
      );
    },

    async insert(user) {
      const { id, createdAt } = user;
      const data = { ...userColumns(user), id, createdAt: new Date(createdAt) };
      await tx.user.create({ data, select: { id: true } });
    },

    async update(user) {
      await tx.user.update({
        where: { id: user.id },
        data: userColumns(user),
        select: { id: true },
      });
    },

    async activeAdmins() {
      const rows = await tx.$queryRaw<IdRow[]>`
        SELECT id FROM users
        WHERE role = 'admin' AND deactivated_at IS NULL
          AND (password_hash IS NOT NULL AND password_ended_at IS NULL OR oidc_subject IS NOT NULL)
        ORDER BY id FOR UPDATE`;
      return rows.map(({ id }) => id);
    },

    async teamsOf(userId) {
      const rows = await tx.teamMember.findMany({ where: { userId }, orderBy: { teamId: 'asc' } });
      return rows.map(({ teamId }) => teamId);
    },

    async setTeamsOf(userId, teamIds) {
      await tx.teamMember.deleteMany({ where: { userId } });
      const data = [...new Set(teamIds)].map((teamId) => ({ userId, teamId }));
      await tx.teamMember.createMany({ data });
    },
  };
}
