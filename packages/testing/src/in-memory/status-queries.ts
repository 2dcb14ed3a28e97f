import type { StatusQueries } from '@klaxon/application';
import {
  type IncidentEventType,
  type Instant,
  type NotificationDelivery,
  REJECTED_COUNTED,
} from '@klaxon/domain';
import type { StoreState } from './state.ts';

/** Reads of what is committed at the time of the call. */
export function makeStatusQueries(committed: () => StoreState): StatusQueries {
  const firstEvent = (type: IncidentEventType) =>
    earliest(
      committed()
        .events.filter((event) => event.type === type)
        .map(({ at }) => at),
    );
  return {
    recorded: async (channelIds, from) => {
      const { deliveries, alerts, rejected } = committed();
      const all = [...deliveries.values()];
      const failing = channelIds.flatMap((channelId) => {
        const own = all.filter((one) => one.channelId === channelId && one.createdAt >= from);
        const last = own.toSorted((a, b) => b.createdAt - a.createdAt).slice(0, 100);
        const sent = last.filter(({ status }) => status === 'sent').map(timeOf);
        const failed = last
          .filter((one) => hasFailed(one) && timeOf(one) > Math.max(...sent, -Infinity))
          .toSorted((a, b) => timeOf(b) - timeOf(a));
        const [latest, since] = [failed[0], earliest(failed.map(timeOf))];
        if (!latest || since === null) return [];
        return [{ channelId, failures: failed.length, since, lastError: latest.lastError }];
      });
      const received = rejected.map(({ receivedAt }) => receivedAt).filter((at) => at >= from);
      const since = earliest(received);
      return {
        failing,
        rejected:
          since === null ? null : { count: Math.min(received.length, REJECTED_COUNTED + 1), since },
        firsts: {
          alert_received: earliest([...alerts.values()].map(({ createdAt }) => createdAt)),
          message_sent: earliest(all.filter(({ status }) => status === 'sent').map(timeOf)),
          incident_acknowledged: firstEvent('acknowledged'),
          incident_resolved: firstEvent('resolved'),
        },
      };
    },
  };
}

function hasFailed({ status, attempts, lastError }: NotificationDelivery): boolean {
  return status === 'failed' || (status === 'queued' && attempts > 1 && lastError !== null);
}

function timeOf({ settledAt, createdAt }: NotificationDelivery): Instant {
  return settledAt ?? createdAt;
}

function earliest(times: readonly Instant[]): Instant | null {
  return times.length === 0 ? null : times.reduce((first, at) => Math.min(first, at));
}
