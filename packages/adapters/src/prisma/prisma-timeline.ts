import type { Timeline } from '@klaxon/application';
import type { Prisma } from './generated/client.ts';

export function prismaTimeline(tx: Prisma.TransactionClient): Timeline {
  return {
    async append(events) {
      await tx.incidentEvent.createMany({
        data: events.map((event) => ({
          id: event.id,
          incidentId: event.incidentId,
          version: event.version,
          type: event.type,
          actorKind: event.actor.kind,
          actorId: event.actor.id,
          reason: event.reason,
          data: { ...event.data },
          at: new Date(event.at),
        })),
      });
    },
  };
}
