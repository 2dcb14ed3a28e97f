import type { InvitationRepository } from '@klaxon/application';
import type { Prisma } from './generated/client.ts';

export function prismaInvitationRepository(tx: Prisma.TransactionClient): InvitationRepository {
  return {
    async put({ id, userId, tokenHash, byKey, createdAt, expiresAt }) {
      await tx.invitation.deleteMany({ where: { userId } });
      const times = { createdAt: new Date(createdAt), expiresAt: new Date(expiresAt) };
      const data = { id, userId, tokenHash: Uint8Array.from(tokenHash), byKey, ...times };
      await tx.invitation.create({ data, select: { id: true } });
    },

    async byTokenHash(tokenHash) {
      const hash = Uint8Array.from(tokenHash);
      await tx.$queryRaw`SELECT id FROM invitations WHERE token_hash = ${hash} FOR UPDATE`;
      const row = await tx.invitation.findUnique({ where: { tokenHash: hash } });
      if (!row) return null;
      const { id, userId, byKey, createdAt, expiresAt } = row;
      const times = { createdAt: createdAt.getTime(), expiresAt: expiresAt.getTime() };
      return { id, userId, tokenHash: row.tokenHash, byKey, ...times };
    },

    async delete(id) {
      await tx.invitation.deleteMany({ where: { id } });
    },

    async deleteOf(userId) {
      await tx.invitation.deleteMany({ where: { userId } });
    },

    async deleteMadeByKey(userId) {
      await tx.invitation.deleteMany({ where: { userId, byKey: true } });
    },

    async deleteExpired(before) {
      await tx.invitation.deleteMany({ where: { expiresAt: { lte: new Date(before) } } });
    },
  };
}
