import { type AlertIdentity, alertKey, type IncomingAlert } from '../alert/alert.ts';
import { computeFingerprint } from '../alert/fingerprint.ts';
import { ofTeam, teamOf } from '../alert/of-team.ts';
import { SERVICE } from './group-key.ts';
import type { AlertReport } from './ingest-plan.ts';

/** Whose what a report speaks of is; what is nobody's is not in it. */
export interface AlertOwners {
  /** The team of each service, by its name. */
  readonly services: ReadonlyMap<string, string>;
  /** The team of the service that each known alert names, by `alertKey`. */
  readonly alerts: ReadonlyMap<string, string>;
}

/** What must be known to keep reports to the teams of their senders; null where none has one. */
export interface OwnersRequest {
  readonly services: readonly string[];
  readonly alerts: readonly AlertIdentity[];
}

export interface KeptToTeam {
  readonly reports: readonly AlertReport[];
  /** Resolutions of other teams' alerts, by who reported them: they change nothing. */
  readonly refused: readonly { readonly sender: string; readonly alert: IncomingAlert }[];
}

export function ownersRequest(reports: readonly AlertReport[]): OwnersRequest | null {
  const services = new Set<string>();
  const named = new Map<string, AlertIdentity>();
  const name = (alert: AlertIdentity) => named.set(alertKey(alert), alert);
  for (const { source, teamId, alerts } of reports)
    for (const alert of alerts) {
      const team = teamId ?? teamOf(alert.fingerprint);
      if (team === null) continue;
      const service = alert.labels[SERVICE];
      if (service) services.add(service);
      if (teamId === undefined) continue;
      name({ source, fingerprint: alert.fingerprint });
      // Whether it is known as the team's own matters where it is over.
      if (alert.status === 'resolved')
        name({ source, fingerprint: fingerprintOfTeam(alert, teamId) });
    }
  if (services.size + named.size === 0) return null;
  return { services: [...services], alerts: [...named.values()] };
}

/**
 * The integration of a team acts on that team's services, and on nobody's. What it reports of another team's service
 * is an alert of its own, in an incident that only such alerts are in: it is heard by those whose service it is, and
 * neither joins, reopens nor resolves what their own senders reported. Where incidents are not grouped by service
 * first, all that it reports is grouped apart from others'.
 */
export function keepToTeam(
  reports: readonly AlertReport[],
  owners: AlertOwners,
  groupBy: readonly string[],
): KeptToTeam {
  const refused: { sender: string; alert: IncomingAlert }[] = [];
  const mixesServices = groupBy[0] !== SERVICE;

  function keep(
    alert: IncomingAlert,
    { source, teamId, actor }: AlertReport,
  ): IncomingAlert | null {
    const team = teamId ?? teamOf(alert.fingerprint);
    if (team === null) return alert;
    const isOthers = (owner: string | undefined) => owner !== undefined && owner !== team;
    const isOfOthers = isOthers(owners.services.get(alert.labels[SERVICE] ?? ''));
    const grouped = isOfOthers || mixesServices ? { ...alert, within: team } : alert;
    // What Klaxon itself looks at again is named as it was taken in.
    if (teamId === undefined) return grouped;
    const isTheirs =
      teamOf(alert.fingerprint) !== teamId &&
      isOthers(owners.alerts.get(alertKey({ source, fingerprint: alert.fingerprint })));
    if (!isOfOthers && !isTheirs) return grouped;
    const fingerprint = fingerprintOfTeam(alert, teamId);
    if (
      alert.status === 'resolved' &&
      isTheirs &&
      !owners.alerts.has(alertKey({ source, fingerprint }))
    ) {
      refused.push({ sender: actor.id ?? actor.kind, alert });
      return null;
    }
    return { ...grouped, fingerprint };
  }

  const kept = reports.map((report) => {
    const alerts = report.alerts.flatMap((alert) => keep(alert, report) ?? []);
    // Where it speaks of others' alerts, it is heard for what it names, and for no more.
    const isWhole = alerts.length === report.alerts.length;
    return { ...report, alerts, ...(!isWhole && { status: 'firing' as const }) };
  });
  return { reports: kept, refused };
}

export function fingerprintOfTeam(
  { fingerprint, labels }: Pick<IncomingAlert, 'fingerprint' | 'labels'>,
  teamId: string,
): string {
  return ofTeam(fingerprint, teamId) ?? ofTeam(computeFingerprint(labels), teamId) ?? fingerprint;
}
