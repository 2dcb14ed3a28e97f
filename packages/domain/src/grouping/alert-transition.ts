import type { AlertState, IncomingAlert } from '../alert/alert.ts';
import type { Incident } from '../incident/incident.ts';
import type { Instant } from '../shared/instant.ts';
import type { IngestPolicy } from './ingest-plan.ts';

/**
 * What one report of an alert means, given what is known of its fingerprint:
 * - `starts`: it fires, an occurrence not seen before; `returns`: it fires, one that is known
 * - `ends`: it fired and is resolved; `ended-unseen`: resolved, and Klaxon never saw it fire
 * - `unconfirmed`: a firing just after its resolution, perhaps the stale copy of an HA peer
 * - `settled`: the resolution was repeated, so the unconfirmed firing was stale
 * - `repeat`: nothing new
 */
export type AlertTransition =
  | 'starts'
  | 'returns'
  | 'ends'
  | 'ended-unseen'
  | 'unconfirmed'
  | 'settled'
  | 'repeat';

export function alertTransition(
  known: AlertState | undefined,
  incoming: IncomingAlert,
  incident: Incident | undefined,
  now: Instant,
  policy: IngestPolicy,
): AlertTransition {
  if (incoming.status === 'resolved') return whenResolved(known, incoming);
  if (!known) return 'starts';
  // An earlier start is the same occurrence: Alertmanager merges overlapping reports to the earliest.
  const sameOccurrence = incoming.startsAt <= known.startsAt;
  if (known.status === 'firing') {
    if (!incident) return 'starts';
    if (!sameOccurrence) return incident.status === 'resolved' ? 'starts' : 'repeat';
    return incident.status === 'resolved' && !staysQuiet(incident, now, policy)
      ? 'returns'
      : 'repeat';
  }
  if (!sameOccurrence) return 'starts';
  if (known.unconfirmedSince !== null)
    return now >= known.unconfirmedSince + policy.confirmAfter ? 'returns' : 'repeat';
  return now < known.statusChangedAt + policy.confirmAfter ? 'unconfirmed' : 'returns';
}

/** Whether a person resolved the incident so lately that its old alerts may go on firing unheard. */
export function staysQuiet(incident: Incident, now: Instant, policy: IngestPolicy): boolean {
  return (
    incident.status === 'resolved' &&
    incident.resolution === 'person' &&
    now < incident.resolvedAt + policy.reopenAfter
  );
}

function whenResolved(known: AlertState | undefined, incoming: IncomingAlert): AlertTransition {
  if (!known) return 'ended-unseen';
  if (known.status === 'firing') {
    // An end before this occurrence began is the late news of an earlier one.
    return incoming.endsAt !== null && incoming.endsAt < known.startsAt ? 'repeat' : 'ends';
  }
  if (known.unconfirmedSince !== null) return 'settled';
  return incoming.startsAt > known.startsAt ? 'ended-unseen' : 'repeat';
}
