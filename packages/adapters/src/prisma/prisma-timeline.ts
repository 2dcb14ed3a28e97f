import type { Timeline } from '@klaxon/application';
import { eventColumns } from './event-mapper.ts';
import type { Prisma } from './generated/client.ts';

export function prismaTimeline(tx: Prisma.TransactionClient): Timeline {
  return {
    async append(events) {
      await tx.incidentEvent.createMany({
        data: events.map((event) => {
          const { alerts, at, ...columns } = eventColumns(event);
          return {
            ...columns,
            ...(alerts && { alerts: alerts.map((moment) => ({ ...moment })) }),
            at: new Date(at),
          };
        }),
      });
    },
  };
}
