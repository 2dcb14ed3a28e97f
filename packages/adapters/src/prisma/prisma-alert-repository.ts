import type { AlertRepository } from '@klaxon/application';
import type { Prisma } from './generated/client.ts';

export function prismaAlertRepository(tx: Prisma.TransactionClient): AlertRepository {
  return {
    async move(fromIncidentId, toIncidentId) {
      const rows = await tx.alert.updateManyAndReturn({
        where: { incidentId: fromIncidentId },
        data: { incidentId: toIncidentId },
        select: { id: true, startsAt: true, endsAt: true },
      });
      return rows.map(({ id, startsAt, endsAt }) => ({
        id,
        startsAt: startsAt.getTime(),
        endsAt: endsAt?.getTime() ?? null,
      }));
    },

    deleteRejected: ({ before, keep, limit }) => tx.$executeRaw`
      DELETE FROM rejected_alerts WHERE id IN (
        (SELECT id FROM rejected_alerts WHERE received_at < ${new Date(before)} LIMIT ${limit})
        UNION
        (SELECT id FROM rejected_alerts ORDER BY received_at DESC, id DESC OFFSET ${keep} LIMIT ${limit})
      )`,
  };
}
