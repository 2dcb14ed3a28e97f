import type { SessionRepository } from '@klaxon/application';
import { notFound } from '@klaxon/domain';
import type { Prisma } from './generated/client.ts';

export function prismaSessionRepository(tx: Prisma.TransactionClient): SessionRepository {
  return {
    async insert(session) {
      const { tokenHash, createdAt, lastSeenAt, expiresAt, ...rest } = session;
      const data = {
        ...rest,
        tokenHash: tokenHash === null ? null : Uint8Array.from(tokenHash),
        createdAt: new Date(createdAt),
        lastSeenAt: new Date(lastSeenAt),
        expiresAt: new Date(expiresAt),
      };
      await tx.session.create({ data, select: { id: true } });
    },

    async exists(userId, id) {
      return (await tx.session.count({ where: { id, userId } })) > 0;
    },

    async delete(userId, id) {
      const { count } = await tx.session.deleteMany({ where: { id, userId } });
      if (count === 0) throw notFound(`There is no session ${id}.`);
    },

    async deleteByTokenHash(tokenHash) {
      await tx.session.deleteMany({ where: { tokenHash: Uint8Array.from(tokenHash) } });
    },

    async deleteOthers(userId, exceptId) {
      const { count } = await tx.session.deleteMany({
        where: { userId, ...(exceptId !== null && { id: { not: exceptId } }) },
      });
      return count;
    },

    async deleteEnded(expiredBefore, idleBefore) {
      const { count } = await tx.session.deleteMany({
        where: {
          OR: [
            { expiresAt: { lte: new Date(expiredBefore) } },
            { lastSeenAt: { lte: new Date(idleBefore) } },
          ],
        },
      });
      return count;
    },
  };
}
