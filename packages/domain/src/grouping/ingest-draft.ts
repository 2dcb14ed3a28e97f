import {
  type AlertIdentity,
  type AlertState,
  alertKey,
  type IncomingAlert,
} from '../alert/alert.ts';
import type { Incident } from '../incident/incident.ts';
import type { DecidedChange, IncidentEvent } from '../incident/incident-event.ts';
import { openIncident, recordChanges, type Stamp } from '../incident/record-changes.ts';
import { type Instant, notBefore } from '../shared/instant.ts';
import { eachInSteps, type Steps } from '../shared/steps.ts';
import type {
  AlertContents,
  IngestPlan,
  IngestPolicy,
  IngestSnapshot,
  PlannedAlert,
} from './ingest-plan.ts';

type Dated = Omit<Stamp, 'newId'>;

/** The snapshot with the decisions so far on top. Lives for one call of `planIngest`. */
export class IngestDraft {
  readonly #newId: () => string;
  /** The latest of each alert, by its key. */
  readonly #alerts = new Map<string, AlertState>();
  readonly #bySourceGroup = new Map<string, Set<string>>();
  readonly #incidents = new Map<string, Incident>();
  readonly #basedOn = new Map<string, number>();
  readonly #unresolved = new Map<string, string>();
  readonly #mergedInto = new Map<string, string[]>();
  readonly #firing = new Map<string, number>();
  /** What is to be written, by id. */
  readonly #written = new Map<string, PlannedAlert>();
  readonly #created = new Set<string>();
  readonly #events: IncidentEvent[] = [];

  constructor(newId: () => string) {
    this.#newId = newId;
  }

  *start(snapshot: IngestSnapshot): Steps<void> {
    yield* eachInSteps(snapshot.alerts, (alert) => this.#index(alert));
    this.#firing.clear();
    yield* eachInSteps(snapshot.incidents, ({ incident, firingAlerts, mergedGroups }) => {
      this.#keep(incident);
      this.#basedOn.set(incident.id, incident.version);
      this.#firing.set(incident.id, firingAlerts);
      for (const group of mergedGroups)
        this.#mergedInto.set(group, [...(this.#mergedInto.get(group) ?? []), incident.id]);
    });
  }

  alert(identity: AlertIdentity): AlertState | undefined {
    return this.#alerts.get(alertKey(identity));
  }

  alertsOf(source: string, sourceGroup: string): readonly AlertState[] {
    const members = [...(this.#bySourceGroup.get(groupOf(source, sourceGroup)) ?? [])];
    return members.flatMap((key) => this.#alerts.get(key) ?? []);
  }

  incident(id: string): Incident | undefined {
    return this.#incidents.get(id);
  }

  /** The group's own incident comes before one that the group was merged into. */
  unresolvedIncident(group: string): Incident | undefined {
    const own = this.#unresolved.get(group);
    const ids = own === undefined ? (this.#mergedInto.get(group) ?? []) : [own];
    const incidents = ids.flatMap((id) => this.#incidents.get(id) ?? []);
    return incidents.find((incident) => incident.status !== 'resolved');
  }

  /** Records what a report says of its alert, with its labels. An incident that is new to it begins a new row. */
  put(source: string, alert: IncomingAlert, changes: Partial<AlertState>, now: Instant): void {
    const { fingerprint, severity, labels, annotations, generatorUrl } = alert;
    const known = this.alert({ source, fingerprint });
    const base = known
      ? this.#inIncident(known, alert, changes, now)
      : this.#unknown(source, alert, now);
    const next = { ...base, ...changes, severity };
    this.#keepAlert(
      {
        ...next,
        statusChangedAt: notBefore(base.statusChangedAt, next.statusChangedAt),
        lastSeenAt: notBefore(base.lastSeenAt, now),
        endsAt: next.endsAt === null ? null : Math.max(next.startsAt, next.endsAt),
      },
      { labels, annotations, generatorUrl },
    );
  }

  /** Records a change of an alert that no report carries the labels of. */
  set(alert: AlertState): void {
    this.#keepAlert(alert, this.#written.get(alert.id)?.contents ?? null);
  }

  /** Notes that an alert was heard of, no finer than the policy asks, so that repeats cost nothing. */
  touch(
    known: AlertState,
    alert: IncomingAlert,
    now: Instant,
    policy: IngestPolicy,
    incident: Incident | undefined,
  ): void {
    if (alert.status !== known.status) return;
    const startsAt = Math.max(known.startsAt, alert.startsAt);
    const restarted = known.status === 'firing' && startsAt > known.startsAt;
    const firstAfterResolution =
      known.status === 'firing' &&
      incident?.status === 'resolved' &&
      known.lastSeenAt <= incident.resolvedAt &&
      known.lastSeenAt < now;
    if (restarted || firstAfterResolution || now - known.lastSeenAt >= policy.touchEvery)
      this.put(known.source, alert, restarted ? { startsAt } : {}, now);
  }

  join(identity: AlertIdentity, incidentId: string): void {
    const alert = this.alert(identity);
    if (alert) this.set({ ...alert, incidentId });
  }

  open(change: DecidedChange & { type: 'opened' }, stamp: Dated): Incident {
    return this.#record(openIncident(change, { ...stamp, newId: this.#newId }));
  }

  change(incident: Incident, changes: readonly DecidedChange[], stamp: Dated): void {
    if (changes.length > 0)
      this.#record(recordChanges(incident, changes, { ...stamp, newId: this.#newId }));
  }

  firingAlerts(incidentId: string): number {
    return this.#firing.get(incidentId) ?? 0;
  }

  plan(now: Instant, policy: IngestPolicy): IngestPlan {
    const newAlerts: (PlannedAlert & { contents: AlertContents })[] = [];
    const changedAlerts: PlannedAlert[] = [];
    let unconfirmed = false;
    for (const { state, contents } of this.#written.values()) {
      if (contents && this.#created.has(state.id)) newAlerts.push({ state, contents });
      else changedAlerts.push({ state, contents });
      unconfirmed ||= state.unconfirmedSince === now;
    }
    const newIncidents: Incident[] = [];
    const changedIncidents: { incident: Incident; basedOn: number }[] = [];
    for (const incident of this.#incidents.values()) {
      const basedOn = this.#basedOn.get(incident.id);
      if (basedOn === undefined) newIncidents.push(incident);
      else if (basedOn !== incident.version) changedIncidents.push({ incident, basedOn });
    }
    const settleAt = unconfirmed ? now + policy.confirmAfter : null;
    return {
      newAlerts,
      changedAlerts,
      newIncidents,
      changedIncidents,
      events: this.#events,
      settleAt,
    };
  }

  #record({
    incident,
    events,
  }: {
    incident: Incident;
    events: readonly IncidentEvent[];
  }): Incident {
    this.#keep(incident);
    this.#events.push(...events);
    return incident;
  }

  #keep(incident: Incident): void {
    this.#incidents.set(incident.id, incident);
    if (incident.groupKey === null) return;
    if (incident.status !== 'resolved') this.#unresolved.set(incident.groupKey, incident.id);
    else if (this.#unresolved.get(incident.groupKey) === incident.id)
      this.#unresolved.delete(incident.groupKey);
  }

  #unknown(source: string, alert: IncomingAlert, now: Instant): AlertState {
    const { fingerprint, status, startsAt, endsAt, severity } = alert;
    return {
      id: this.#newAlertId(),
      source,
      fingerprint,
      status,
      startsAt,
      endsAt,
      severity,
      incidentId: null,
      sourceGroup: null,
      statusChangedAt: now,
      lastSeenAt: now,
      latest: true,
      unconfirmedSince: null,
    };
  }

  /** What is known of an alert where it stays in its incident; else it leaves that behind. */
  #inIncident(
    known: AlertState,
    alert: IncomingAlert,
    { incidentId }: Partial<AlertState>,
    now: Instant,
  ): AlertState {
    if (incidentId === undefined || known.incidentId === null || incidentId === known.incidentId)
      return known;
    // It fires on elsewhere, or it ended before it fired again, and nobody heard of that.
    const fired = known.status === 'firing';
    const endedAt = alert.startsAt > known.startsAt ? Math.min(alert.startsAt, now) : now;
    this.set({
      ...known,
      status: 'resolved',
      endsAt: fired ? Math.max(known.startsAt, endedAt) : known.endsAt,
      statusChangedAt: fired ? notBefore(known.statusChangedAt, now) : known.statusChangedAt,
      unconfirmedSince: null,
      latest: false,
    });
    return { ...known, id: this.#newAlertId() };
  }

  #newAlertId(): string {
    const id = this.#newId();
    this.#created.add(id);
    return id;
  }

  #keepAlert(state: AlertState, contents: AlertContents | null): void {
    this.#index(state);
    this.#written.set(state.id, { state, contents });
  }

  #index(alert: AlertState): void {
    const key = alertKey(alert);
    const before = this.#alerts.get(key);
    this.#countFiring(before, -1);
    this.#countFiring(alert, 1);
    this.#alerts.set(key, alert);
    if (before && before.sourceGroup === alert.sourceGroup) return;
    if (before?.sourceGroup != null)
      this.#bySourceGroup.get(groupOf(alert.source, before.sourceGroup))?.delete(key);
    if (alert.sourceGroup === null) return;
    const group = groupOf(alert.source, alert.sourceGroup);
    const members = this.#bySourceGroup.get(group) ?? new Set();
    this.#bySourceGroup.set(group, members.add(key));
  }

  #countFiring(alert: AlertState | undefined, more: number): void {
    if (alert?.status !== 'firing' || alert.incidentId === null) return;
    this.#firing.set(alert.incidentId, this.firingAlerts(alert.incidentId) + more);
  }
}

function groupOf(source: string, sourceGroup: string): string {
  return `${source} ${sourceGroup}`;
}
