import type { IntegrationPrincipal } from '../access/principal.ts';
import { alertKey, type IncomingAlert } from '../alert/alert.ts';
import { computeFingerprint } from '../alert/fingerprint.ts';
import { makeLabels } from '../alert/labels.ts';
import { ofTeam } from '../alert/of-team.ts';
import { SERVICE } from './group-key.ts';
import type { AlertReport, IngestPlan } from './ingest-plan.ts';
import { fingerprintOfTeam } from './keep-to-team.ts';

/** The longest name that a service can be registered under. */
const NAME_LIMIT = 255;

/** A service that nobody has set up yet, and the team that it belongs to from now on. */
export interface HeardService {
  readonly name: string;
  readonly teamId: string;
}

/**
 * A report with what its integration adds: the service of alerts that name none, and whose its services
 * are. Fingerprints stay as the source gave them, so an alert is the same one whatever is added; but what a
 * team's sender names otherwise than by its labels, be it an alert or a group of them, is that team's own: it could
 * be the name of another's.
 */
export function throughIntegration(
  report: AlertReport,
  { name, service, teamId }: IntegrationPrincipal,
): AlertReport {
  const actor = { kind: 'integration', id: name } as const;
  if (teamId === null) return { ...report, actor, alerts: withService(report.alerts, service) };
  const named = report.alerts.map((alert) =>
    alert.fingerprint === computeFingerprint(alert.labels)
      ? alert
      : { ...alert, fingerprint: fingerprintOfTeam(alert, teamId) },
  );
  const group = report.sourceGroup;
  const sourceGroup = group === null ? null : ofTeam(group, teamId);
  return { ...report, actor, alerts: withService(named, service), sourceGroup, teamId };
}

function withService(
  alerts: readonly IncomingAlert[],
  service: string | null,
): readonly IncomingAlert[] {
  if (service === null) return alerts;
  return alerts.map((alert) =>
    alert.labels[SERVICE]
      ? alert
      : { ...alert, labels: makeLabels([...Object.entries(alert.labels), [SERVICE, service]]) },
  );
}

/** The services of alerts that are new, where they came through an integration of a team. */
export function heardServices(
  reports: readonly AlertReport[],
  { newAlerts }: Pick<IngestPlan, 'newAlerts'>,
): readonly HeardService[] {
  if (newAlerts.length === 0) return [];
  const isNew = new Set(newAlerts.map(({ state }) => alertKey(state)));
  const heard = new Map<string, string>();
  for (const { source, teamId, alerts } of reports) {
    if (teamId === undefined) continue;
    for (const { fingerprint, labels } of alerts) {
      const name = labels[SERVICE];
      if (!name || [...name].length > NAME_LIMIT || !isNew.has(alertKey({ source, fingerprint })))
        continue;
      if (!heard.has(name)) heard.set(name, teamId);
    }
  }
  return [...heard].map(([name, teamId]) => ({ name, teamId }));
}
