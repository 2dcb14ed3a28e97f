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
  };
}
