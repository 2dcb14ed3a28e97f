import type { AlertState, IncomingAlert } from '../alert/alert.ts';
import { commonLabels } from '../alert/labels.ts';
import { type Severity, worse } from '../alert/severity.ts';
import { TITLE_LIMIT } from '../incident/incident.ts';
import {
  type AlertsOfEvent,
  type DecidedChange,
  FINGERPRINTS_NAMED,
  type IncidentChange,
  momentOf,
} from '../incident/incident-event.ts';
import { cutText } from '../shared/text.ts';

type TypeAboutAlerts = Exclude<Extract<IncidentChange, { data: AlertsOfEvent }>['type'], 'opened'>;

/** The first event of an incident: named for its worst alert, labelled with what all of them share. */
export function openedBy(
  alerts: readonly IncomingAlert[],
  states: readonly AlertState[],
  group: string,
): DecidedChange & { type: 'opened' } {
  const severity = worstSeverity(alerts);
  const lead = alerts.find((alert) => alert.severity === severity);
  return {
    type: 'opened',
    data: {
      title: lead ? incidentTitle(lead, alerts) : group,
      description: lead?.annotations['description'] ?? null,
      severity,
      labels: commonLabels(alerts.map((alert) => alert.labels)),
      group,
      assignee: null,
      ...alertsOf(states),
    },
    reason: alerts.length === 1 ? 'An alert fired.' : `${alerts.length} alerts fired.`,
  };
}

export function worstSeverity(alerts: readonly IncomingAlert[]): Severity {
  return alerts.reduce<Severity>((severity, alert) => worse(severity, alert.severity), 'low');
}

/** An event about alerts. */
export function aboutAlerts(
  type: TypeAboutAlerts,
  states: readonly AlertState[],
  reason: string,
): DecidedChange {
  return { type, data: alertsOf(states), reason };
}

function alertsOf(states: readonly AlertState[]): AlertsOfEvent {
  return {
    count: states.length,
    fingerprints: states.slice(0, FINGERPRINTS_NAMED).map(({ fingerprint }) => fingerprint),
    alerts: states.map(momentOf),
  };
}

export function alerts(count: number): string {
  return count === 1 ? '1 alert' : `${count} alerts`;
}

function incidentTitle(lead: IncomingAlert, alerts: readonly IncomingAlert[]): string {
  const title = alertTitle(lead);
  const others = alerts.filter((alert) => alertTitle(alert) !== title).length;
  const more = others === 0 ? '' : ` (+${others} more)`;
  return `${cutText(title, TITLE_LIMIT - more.length)}${more}`;
}

/** What a person reads first: the summary if the rule has one, else the rule's name and where. */
function alertTitle(alert: IncomingAlert): string {
  const { labels, annotations, fingerprint } = alert;
  const where = labels['instance'] || labels['service'];
  const name = labels['alertname'] || `Alert ${fingerprint}`;
  const title = annotations['summary']?.trim() || (where ? `${name} on ${where}` : name);
  return title.replace(/\s+/g, ' ');
}
