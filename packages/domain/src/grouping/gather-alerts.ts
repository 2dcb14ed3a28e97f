import type { AlertState, IncomingAlert } from '../alert/alert.ts';
import { isWorse } from '../alert/severity.ts';
import type { Incident, ResolvedIncident } from '../incident/incident.ts';
import type { DecidedChange } from '../incident/incident-event.ts';
import type { Instant } from '../shared/instant.ts';
import { aboutAlerts, alerts, openedBy, worstSeverity } from './describe-alerts.ts';
import type { IngestDraft } from './ingest-draft.ts';
import type { AlertReport, IngestPolicy } from './ingest-plan.ts';

/** What one report brought to one incident (null: to one that is yet to be opened). */
export interface Gathering {
  readonly incident: Incident | null;
  readonly joined: IncomingAlert[];
  readonly returned: IncomingAlert[];
  /** Fingerprints, as are those that are unconfirmed. */
  readonly ended: string[];
  readonly unconfirmed: string[];
}

/**
 * Writes into the draft what the gathered alerts do to their incident, with the reason of each change.
 * Answers the incident that it opened, which the alerts have yet to join.
 */
export function settleIncident(
  draft: IngestDraft,
  key: string,
  gathering: Gathering,
  report: AlertReport,
  now: Instant,
  policy: IngestPolicy,
): Incident | null {
  const stamp = { actor: report.actor, at: now };
  const statesOf = (fingerprints: readonly string[]) =>
    fingerprints.flatMap(
      (fingerprint) => draft.alert({ source: report.source, fingerprint }) ?? [],
    );
  if (!gathering.incident) {
    const { joined } = gathering;
    return draft.open(openedBy(joined, statesOf(fingerprints(joined)), key), stamp);
  }
  const { incident, ended } = gathering;
  const changes = alertChanges(incident, gathering, report.cause, statesOf);
  const unresolved =
    incident.status !== 'resolved' || gathering.joined.length + gathering.returned.length > 0;
  if (
    unresolved &&
    ended.length > 0 &&
    draft.firingAlerts(incident.id) === 0 &&
    policy.autoResolve
  ) {
    const reason = report.cause ?? 'Its last firing alert resolved.';
    changes.push({ type: 'resolved', data: { resolution: 'alerts' }, reason });
  }
  draft.change(incident, changes, stamp);
  return null;
}

function alertChanges(
  incident: Incident,
  gathering: Gathering,
  cause: string | undefined,
  statesOf: (fingerprints: readonly string[]) => readonly AlertState[],
): DecidedChange[] {
  const { joined, returned, ended, unconfirmed } = gathering;
  const firing = [...joined, ...returned];
  const changes: DecidedChange[] = [];
  if (incident.status === 'resolved' && firing.length > 0)
    changes.push({ type: 'reopened', data: {}, reason: reopenReason(incident, firing.length) });
  if (incident.staleSince !== null)
    changes.push({ type: 'heard_again', data: {}, reason: 'Its alerts were heard of again.' });
  if (joined.length > 0)
    changes.push(
      aboutAlerts(
        'alerts_joined',
        statesOf(fingerprints(joined)),
        `${alerts(joined.length)} joined.`,
      ),
    );
  if (returned.length > 0)
    changes.push(
      aboutAlerts(
        'alerts_returned',
        statesOf(fingerprints(returned)),
        `${alerts(returned.length)} fired again.`,
      ),
    );
  const severity = worstSeverity(firing);
  if (isWorse(severity, incident.severity))
    changes.push({
      type: 'severity_changed',
      data: { from: incident.severity, to: severity },
      reason: `Severity raised from ${incident.severity} to ${severity} by an alert.`,
    });
  if (unconfirmed.length > 0)
    changes.push(
      aboutAlerts(
        'alerts_unconfirmed',
        statesOf(unconfirmed),
        `${alerts(unconfirmed.length)} said to fire again; waiting for it to be confirmed.`,
      ),
    );
  if (ended.length > 0)
    changes.push(
      aboutAlerts('alerts_resolved', statesOf(ended), cause ?? `${alerts(ended.length)} resolved.`),
    );
  return changes;
}

function reopenReason(incident: ResolvedIncident, firing: number): string {
  return incident.resolution === 'person'
    ? `Reopened: resolved by hand, but ${alerts(firing)} went on firing.`
    : `Reopened: ${alerts(firing)} fired again.`;
}

function fingerprints(incoming: readonly IncomingAlert[]): readonly string[] {
  return incoming.map((alert) => alert.fingerprint);
}
