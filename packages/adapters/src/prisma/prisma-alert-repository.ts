import type { AlertRepository } from '@klaxon/application';
import type { Prisma } from './generated/client.ts';

export function prismaAlertRepository(tx: Prisma.TransactionClient): AlertRepository {
  return {
    async move(fromIncidentId, toIncidentId) {
      await tx.alert.updateMany({
        where: { incidentId: fromIncidentId },
        data: { incidentId: toIncidentId },
      });
    },

    deleteRejected: ({ before, keep, limit }) => tx.$executeRaw`
      DELETE FROM rejected_alerts WHERE id IN (
        (SELECT id FROM rejected_alerts WHERE received_at < ${new Date(before)} LIMIT ${limit})
        UNION
        (SELECT id FROM rejected_alerts ORDER BY received_at DESC, id DESC OFFSET ${keep} LIMIT ${limit})
      )`,
  };
}
