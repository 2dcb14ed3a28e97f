import type { NumberedIncident } from '../incident/incident.ts';
import type { IncidentEvent } from '../incident/incident-event.ts';
import { type Instant, MINUTE } from '../shared/instant.ts';
import { announcementOf } from './announcement.ts';
import type { Channel } from './channel.ts';
import type { NotificationDelivery } from './notification-delivery.ts';
import type { NotificationRule } from './notification-rule.ts';
import { routeAnnouncement } from './route-announcement.ts';

/** So many messages a minute a channel are told one by one; of more, only the critical ones. */
export const SINGLES_A_MINUTE = 20;

/** What a channel was sent in the last minute. */
export interface ChannelTraffic {
  readonly channelId: string;
  readonly singles: number;
  /** The bundle that still takes in more. */
  readonly openBundle: string | null;
}

/** What a delivery is about, and to whom. */
export type DeliveryAddress = Pick<
  NotificationDelivery,
  'eventId' | 'incidentId' | 'channelId' | 'version'
>;

export interface EventToAnnounce {
  readonly event: IncidentEvent;
  readonly incident: NumberedIncident;
}

/** Whom there is to tell, and what they were told already. */
export interface Audience {
  readonly channels: readonly Channel[];
  readonly rules: readonly NotificationRule[];
  readonly traffic: readonly ChannelTraffic[];
  /** The deliveries that these incidents have already. */
  readonly told: readonly DeliveryAddress[];
}

/** Who is told what of these events, one delivery a channel, with the reason. */
export function planDeliveries(
  announced: readonly EventToAnnounce[],
  { channels, rules, traffic, told }: Audience,
  now: Instant,
  newId: () => string,
): readonly NotificationDelivery[] {
  const done = new Set(told.map(({ eventId, channelId }) => `${eventId} ${channelId}`));
  const latest = new Map<string, number>();
  for (const { incidentId, channelId, version } of told) {
    const conversation = `${incidentId} ${channelId}`;
    latest.set(conversation, Math.max(version, latest.get(conversation) ?? 0));
  }
  const singles = new Map(traffic.map((channel) => [channel.channelId, channel.singles]));
  const bundles = new Map(traffic.map((channel) => [channel.channelId, channel.openBundle]));
  return announced.flatMap(({ event, incident }) => {
    const kind = announcementOf(event, incident.status);
    if (kind === null) return [];
    const { severity, labels } = incident;
    return routeAnnouncement({ kind, severity, labels }, channels, rules)
      .filter(({ channelId }) => !done.has(`${event.id} ${channelId}`))
      .map(({ channelId, reason }): NotificationDelivery => {
        const base = queuedDelivery({ id: newId(), event, channelId, kind, reason, now });
        // By itself it is superseded when its turn comes; a bundle would tell stale news.
        const comesLate = event.version < (latest.get(`${incident.id} ${channelId}`) ?? 0);
        const count = singles.get(channelId) ?? 0;
        if (severity === 'critical' || comesLate || count < SINGLES_A_MINUTE) {
          singles.set(channelId, count + 1);
          return base;
        }
        const bundle = bundles.get(channelId) ?? null;
        if (bundle !== null) return { ...base, bundledInto: bundle };
        bundles.set(channelId, base.id);
        return { ...base, carries: true, nextAttemptAt: now + MINUTE };
      });
  });
}

/** A delivery nobody has tried yet. */
export function queuedDelivery(about: {
  readonly id: string;
  readonly event: Pick<IncidentEvent, 'id' | 'incidentId' | 'version'>;
  readonly channelId: string;
  readonly kind: NotificationDelivery['kind'];
  readonly reason: string;
  readonly now: Instant;
}): NotificationDelivery {
  const { id, event, channelId, kind, reason, now } = about;
  return {
    id,
    eventId: event.id,
    incidentId: event.incidentId,
    version: event.version,
    channelId,
    kind,
    status: 'queued',
    attempts: 0,
    epoch: 0,
    claim: null,
    nextAttemptAt: now,
    carries: false,
    bundledInto: null,
    providerId: null,
    lastError: null,
    reason,
    supersededBecause: null,
    createdAt: now,
    settledAt: null,
  };
}

/** Whom to tell instead, when every channel that was to be told of an event has failed for good. */
export function fallbackChannels(
  deliveriesOfEvent: readonly NotificationDelivery[],
  channels: readonly Channel[],
): readonly Channel[] {
  const told = new Set(deliveriesOfEvent.map((delivery) => delivery.channelId));
  const allFailed = deliveriesOfEvent.every((delivery) => delivery.status === 'failed');
  if (!allFailed) return [];
  return channels.filter((channel) => channel.fallback && channel.enabled && !told.has(channel.id));
}
