import {
  alertLinks,
  announcementOf,
  type BundleMessage,
  bundleMessage,
  type IncidentMessage,
  incidentMessage,
  type NotificationDelivery,
} from '@klaxon/domain';
import type { NotificationTools } from './notification-tools.ts';

type Tools = Pick<NotificationTools, 'queries' | 'publicUrl' | 'actionsFor'>;

/** What a delivery says now; null when it has become pointless. */
export async function messageOf(
  { queries, publicUrl, actionsFor }: Tools,
  delivery: NotificationDelivery,
): Promise<IncidentMessage | null> {
  const [announced] = await queries.events([delivery.eventId]);
  if (!announced) return null;
  const { event, incident, firingAlerts } = announced;
  if (announcementOf(event, incident.status) === null) return null;
  const alert = await queries.leadingAlert(incident.id);
  return incidentMessage(delivery.kind, incident, {
    reason: event.reason,
    at: event.at,
    firingAlerts,
    links: alert === null ? [] : alertLinks(alert),
    publicUrl,
    actions: actionsFor(incident),
  });
}

export async function bundleOf(
  { queries, publicUrl }: Tools,
  deliveries: readonly NotificationDelivery[],
): Promise<BundleMessage> {
  const kinds = new Map(deliveries.map(({ eventId, kind }) => [eventId, kind]));
  const announced = await queries.events([...kinds.keys()]);
  const lines = announced.flatMap(({ event, incident }) => {
    const kind = kinds.get(event.id);
    return kind ? [{ kind, incident }] : [];
  });
  return bundleMessage(lines, publicUrl);
}
