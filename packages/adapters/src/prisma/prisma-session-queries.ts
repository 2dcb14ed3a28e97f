import type { SessionQueries } from '@klaxon/application';
import { withRetries } from '../database/database-errors.ts';
import type { PrismaClient } from './generated/client.ts';

export function prismaSessionQueries(prisma: PrismaClient): SessionQueries {
  return {
    sessionsOf: (userId) =>
      withRetries(async () => {
        const rows = await prisma.session.findMany({
          where: { userId },
          omit: { tokenHash: true },
          orderBy: { lastSeenAt: 'desc' },
          take: 200,
        });
        return rows.map((row) => ({
          ...row,
          kind: row.kind === 'token' ? ('token' as const) : ('browser' as const),
          createdAt: row.createdAt.getTime(),
          lastSeenAt: row.lastSeenAt.getTime(),
          expiresAt: row.expiresAt.getTime(),
        }));
      }),
  };
}
