import {
  alertLinks,
  announcementOf,
  type BundleMessage,
  bundleMessage,
  type IncidentMessage,
  incidentMessage,
  isAnnouncementKind,
  type NotificationDelivery,
} from '@klaxon/domain';
import { nameIn } from '../../queries/person-names.ts';
import type { NotificationDeps } from './notification-deps.ts';

type Deps = Pick<NotificationDeps, 'queries' | 'personNames' | 'publicUrl' | 'actionsFor'>;

/** What a delivery says now; null when it has become pointless. */
export async function messageOf(
  { queries, personNames, publicUrl, actionsFor }: Deps,
  delivery: NotificationDelivery,
): Promise<IncidentMessage | null> {
  const [announced] = await queries.events([delivery.eventId]);
  if (!announced) return null;
  const { event, incident, firingAlerts } = announced;
  const { kind } = delivery;
  if (!isAnnouncementKind(kind) || announcementOf(event, incident.status) === null) return null;
  const alert = await queries.leadingAlert(incident.id);
  const names = await personNames([incident.assigneeId]);
  return incidentMessage(kind, incident, {
    reason: event.reason,
    at: event.at,
    firingAlerts,
    assigneeName: nameIn(names, incident.assigneeId) ?? undefined,
    links: alert === null ? [] : alertLinks(alert),
    publicUrl,
    actions: actionsFor(incident),
  });
}

export async function bundleOf(
  { queries, publicUrl }: Deps,
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
