import type { AlertIdentity, IncomingAlert } from '../alert/alert.ts';
import { asNamedBySource } from '../alert/of-team.ts';
import type { Incident } from '../incident/incident.ts';
import { type Instant, notBefore } from '../shared/instant.ts';
import { allAtOnce, eachInSteps, type Steps } from '../shared/steps.ts';
import { alertTransition, staysQuiet } from './alert-transition.ts';
import { type Gathering, settleIncident } from './gather-alerts.ts';
import { groupKey } from './group-key.ts';
import { IngestDraft } from './ingest-draft.ts';
import type { AlertReport, IngestPlan, IngestPolicy, IngestSnapshot } from './ingest-plan.ts';

/**
 * Decides all that reports change: `snapshot + reports + now → plan with reasons`. Reports
 * are taken in order, and planning several at once comes to the same as planning one after another.
 */
export function planIngest(
  snapshot: IngestSnapshot,
  reports: readonly AlertReport[],
  now: Instant,
  policy: IngestPolicy,
  newId: () => string,
): IngestPlan {
  return allAtOnce(planIngestInSteps(snapshot, reports, now, policy, newId));
}

/** The same, in steps: a storm's plan takes longer than others can wait. */
export function* planIngestInSteps(
  snapshot: IngestSnapshot,
  reports: readonly AlertReport[],
  now: Instant,
  policy: IngestPolicy,
  newId: () => string,
): Steps<IngestPlan> {
  const draft = new IngestDraft(newId);
  yield* draft.start(snapshot);
  for (const report of reports) yield* takeReport(draft, report, now, policy);
  return draft.plan(now, policy);
}

/** Where an alert of this report goes. */
interface Place {
  /** The incident's id, or the group key of one that is to be opened. */
  readonly key: string;
  readonly incident: Incident | null;
  /** It fires on in an incident that a person resolved: recorded, not told. */
  readonly quiet: boolean;
}

interface Intake {
  readonly draft: IngestDraft;
  readonly report: AlertReport;
  readonly now: Instant;
  readonly policy: IngestPolicy;
  readonly gatherings: Map<string, Gathering>;
  /** The incident that this report opens or reopens for a group: the group's other alerts follow. */
  readonly claims: Map<string, Place>;
}

function* takeReport(
  draft: IngestDraft,
  report: AlertReport,
  now: Instant,
  policy: IngestPolicy,
): Steps<void> {
  const intake: Intake = { draft, report, now, policy, gatherings: new Map(), claims: new Map() };
  // Known alerts first: one that reopens its incident brings the group's new ones into it.
  const { source, status, sourceGroup } = report;
  const alerts = yield* oneEach(report.alerts);
  const known: IncomingAlert[] = [];
  const unknown: IncomingAlert[] = [];
  yield* eachInSteps(alerts, (alert) =>
    (draft.alert({ source, fingerprint: alert.fingerprint }) ? known : unknown).push(alert),
  );
  yield* eachInSteps(known, (alert) => takeAlert(intake, alert));
  yield* eachInSteps(unknown, (alert) => takeAlert(intake, alert));
  if (status === 'resolved' && sourceGroup !== null) endTheRest(intake, sourceGroup, alerts);
  const founders: { readonly alert: AlertIdentity; readonly incidentId: string }[] = [];
  yield* eachInSteps(intake.gatherings, ([key, gathering]) => {
    const opened = settleIncident(draft, key, gathering, report, now, policy);
    if (opened === null) return;
    for (const { fingerprint } of gathering.joined)
      founders.push({ alert: { source, fingerprint }, incidentId: opened.id });
  });
  yield* eachInSteps(founders, ({ alert, incidentId }) => draft.join(alert, incidentId));
}

/** A payload that names an alert twice contradicts itself: then its firing counts, so that no page is lost. */
function* oneEach(alerts: readonly IncomingAlert[]): Steps<readonly IncomingAlert[]> {
  const chosen = new Map<string, IncomingAlert>();
  yield* eachInSteps(alerts, (alert) => {
    if (chosen.get(alert.fingerprint)?.status !== 'firing') chosen.set(alert.fingerprint, alert);
  });
  return [...chosen.values()];
}

function gather({ gatherings }: Intake, key: string, incident: Incident | null): Gathering {
  const gathering = gatherings.get(key) ?? {
    incident,
    joined: [],
    returned: [],
    ended: [],
    unconfirmed: [],
  };
  gatherings.set(key, gathering);
  return gathering;
}

function takeAlert(intake: Intake, alert: IncomingAlert): void {
  const { draft, now, policy } = intake;
  const { source } = intake.report;
  const known = draft.alert({ source, fingerprint: alert.fingerprint });
  const sourceGroup = intake.report.sourceGroup ?? known?.sourceGroup ?? null;
  const before = known?.incidentId ? draft.incident(known.incidentId) : undefined;
  const transition = alertTransition(known, alert, before, now, policy);
  const startsAt =
    transition === 'ends' || transition === 'settled'
      ? Math.max(known?.startsAt ?? alert.startsAt, alert.startsAt)
      : alert.startsAt;
  const over = {
    startsAt,
    endsAt: alert.endsAt ?? now,
    status: 'resolved',
    unconfirmedSince: null,
  } as const;

  switch (transition) {
    case 'repeat':
      if (known) draft.touch(known, alert, now, policy, before);
      if (before && before.staleSince !== null) gather(intake, before.id, before);
      return;
    case 'ended-unseen':
    case 'settled':
      draft.put(source, alert, { ...over, sourceGroup, statusChangedAt: now }, now);
      return;
    case 'ends':
      draft.put(source, alert, { ...over, sourceGroup, statusChangedAt: now }, now);
      if (before) gather(intake, before.id, before).ended.push(alert.fingerprint);
      return;
    case 'unconfirmed':
      draft.put(source, alert, { sourceGroup, unconfirmedSince: now }, now);
      if (before) gather(intake, before.id, before).unconfirmed.push(alert.fingerprint);
      return;
    case 'starts':
    case 'returns': {
      const { key, incident, quiet } = placeAlert(intake, alert, transition, before);
      const fires = {
        status: 'firing',
        startsAt,
        endsAt: null,
        unconfirmedSince: null,
        statusChangedAt: now,
      } as const;
      draft.put(source, alert, { ...fires, sourceGroup, incidentId: incident?.id ?? null }, now);
      if (quiet) return;
      const gathering = gather(intake, key, incident);
      if (incident && incident.id === before?.id) gathering.returned.push(alert);
      else gathering.joined.push(alert);
    }
  }
}

function placeAlert(
  { draft, claims, now, policy }: Intake,
  alert: IncomingAlert,
  transition: 'starts' | 'returns',
  before: Incident | undefined,
): Place {
  const existing = (incident: Incident, quiet = false): Place => ({
    key: incident.id,
    incident,
    quiet,
  });
  const taken = (group: string): Place | undefined => {
    const unresolved = draft.unresolvedIncident(group);
    return unresolved ? existing(unresolved) : claims.get(group);
  };
  const claim = (group: string, place: Place): Place => {
    claims.set(group, place);
    return place;
  };

  if (before && before.status !== 'resolved') return existing(before);
  if (before && transition === 'returns' && staysQuiet(before, now, policy))
    return existing(before, true);
  const group = groupKey(alert, policy.groupBy);
  const current = taken(group);
  if (current) return current;
  if (before?.status === 'resolved' && before.resolution !== 'merged') {
    const again =
      before.resolution === 'person'
        ? transition === 'returns'
        : alert.startsAt <= before.resolvedAt + policy.flapWindow;
    if (again) {
      const own = before.groupKey ?? group;
      return taken(own) ?? claim(own, existing(before));
    }
  }
  return claim(group, { key: group, incident: null, quiet: false });
}

/**
 * A group's `resolved` speaks for every alert recorded under it, also those it left out. What it says
 * of an alert by name counts for more: that may be a newer firing, or the late news of an older one.
 */
function endTheRest(intake: Intake, sourceGroup: string, alerts: readonly IncomingAlert[]): void {
  const { draft, now } = intake;
  const named = new Set(
    alerts.flatMap(({ fingerprint }) => [fingerprint, asNamedBySource(fingerprint)]),
  );
  for (const alert of draft.alertsOf(intake.report.source, sourceGroup)) {
    if (named.has(alert.fingerprint)) continue;
    if (alert.status === 'resolved' && alert.unconfirmedSince === null) continue;
    draft.set({
      ...alert,
      status: 'resolved',
      endsAt: Math.max(alert.startsAt, alert.endsAt ?? now),
      statusChangedAt: notBefore(alert.statusChangedAt, now),
      lastSeenAt: notBefore(alert.lastSeenAt, now),
      unconfirmedSince: null,
    });
    const incident = alert.incidentId ? draft.incident(alert.incidentId) : undefined;
    if (incident && alert.status === 'firing')
      gather(intake, incident.id, incident).ended.push(alert.fingerprint);
  }
}
