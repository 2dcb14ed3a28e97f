import type { DeliveryRepository } from '@klaxon/application';
import type { NotificationDelivery } from '@klaxon/domain';
import { findIncident, type StoreState } from './state.ts';

export function makeDeliveryRepository(state: StoreState): DeliveryRepository {
  const where = (wanted: (delivery: NotificationDelivery) => boolean) =>
    [...state.deliveries.values()].filter(wanted);
  return {
    insert: async (deliveries) => {
      const taken = deliveries.filter((delivery) => keepNew(state, delivery));
      for (const delivery of taken) checkBundle(state, delivery);
      return taken;
    },
    lock: async (id) => {
      const delivery = state.deliveries.get(id);
      if (!delivery) return null;
      const { incidentId, channelId } = delivery;
      const siblings = where(
        (other) =>
          other.incidentId === incidentId && other.channelId === channelId && other.id !== id,
      ).sort((a, b) => a.version - b.version);
      return { delivery, siblings };
    },
    update: async (delivery) => {
      const known = state.deliveries.get(delivery.id);
      if (!known) throw new TypeError(`there is no delivery ${delivery.id} to update`);
      const { eventId, incidentId, version, channelId, kind } = known;
      keep(state, { ...delivery, eventId, incidentId, version, channelId, kind });
      checkBundle(state, delivery);
    },
    ofEvents: async (eventIds) => {
      const wanted = new Set(eventIds);
      return where(({ eventId }) => wanted.has(eventId));
    },
    ofIncidents: async (incidentIds) => {
      const wanted = new Set(incidentIds);
      return where(({ incidentId }) => wanted.has(incidentId));
    },
    bundledInto: async (id) =>
      where(({ bundledInto }) => bundledInto === id).sort(
        (a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1),
      ),
    settleBundle: async ({ id, status, lastError, settledAt }) => {
      for (const delivery of where((one) => one.bundledInto === id && one.status === 'queued'))
        keep(state, { ...delivery, status, lastError, settledAt });
    },
    traffic: async (channelIds, since, now) =>
      channelIds.map((channelId) => {
        const own = where((delivery) => delivery.channelId === channelId);
        const singles = own.filter(
          ({ createdAt, bundledInto, carries }) =>
            createdAt > since && bundledInto === null && !carries,
        );
        const open = own.find(
          ({ status, carries, attempts, claim, nextAttemptAt }) =>
            status === 'queued' &&
            carries &&
            attempts === 0 &&
            claim === null &&
            nextAttemptAt > now,
        );
        return { channelId, singles: singles.length, openBundle: open?.id ?? null };
      }),
  };
}

/** Whether it is new: the unique index on event and channel. */
function keepNew(state: StoreState, delivery: NotificationDelivery): boolean {
  for (const { eventId, channelId } of state.deliveries.values())
    if (eventId === delivery.eventId && channelId === delivery.channelId) return false;
  findIncident(state, delivery.incidentId);
  if (!state.events.some((event) => event.id === delivery.eventId))
    throw new TypeError(`there is no event ${delivery.eventId} to deliver`);
  keep(state, delivery);
  return true;
}

function keep(state: StoreState, delivery: NotificationDelivery): void {
  if ((delivery.status === 'queued') !== (delivery.settledAt === null))
    throw new TypeError(
      `notification_deliveries_settled_check refuses ${JSON.stringify(delivery)}`,
    );
  state.deliveries.set(delivery.id, delivery);
}

function checkBundle(state: StoreState, { bundledInto }: NotificationDelivery): void {
  if (bundledInto !== null && !state.deliveries.has(bundledInto))
    throw new TypeError(`there is no delivery ${bundledInto} to be bundled into`);
}
