import type {
  ApiKeyRecord,
  AuditEntry,
  ChannelRecord,
  Clock,
  IntegrationKeyRecord,
  IntegrationRecord,
  InvitationRecord,
  Job,
  RuleRecord,
  ServiceRecord,
  SessionRecord,
  TeamRecord,
  UserRecord,
} from '@klaxon/application';
import type {
  Alert,
  AlertIdentity,
  Incident,
  IncidentEvent,
  Instant,
  NotificationDelivery,
  NumberedIncident,
  RejectedAlert,
} from '@klaxon/domain';
import { alertKey, conflict, notFound } from '@klaxon/domain';
import { checkIncident } from './constraints.ts';

/** A job in the queue, and when it is due. */
export type WaitingJob = Job & { readonly dueAt: Instant };

/** The rows. A transaction works on a copy, which becomes the state when it commits. */
export interface StoreState {
  /** The database's clock. */
  readonly clock: Clock;
  readonly incidents: Map<string, NumberedIncident>;
  /** By id. */
  readonly alerts: Map<string, Alert>;
  readonly events: IncidentEvent[];
  readonly rejected: RejectedAlert[];
  readonly jobs: WaitingJob[];
  readonly deliveries: Map<string, NotificationDelivery>;
  readonly channels: Map<string, ChannelRecord>;
  readonly rules: Map<string, RuleRecord>;
  readonly users: Map<string, UserRecord>;
  readonly teams: Map<string, TeamRecord>;
  /** The teams of each user. */
  readonly memberships: Map<string, readonly string[]>;
  readonly services: Map<string, ServiceRecord>;
  readonly sessions: Map<string, SessionRecord>;
  readonly invitations: Map<string, InvitationRecord>;
  /** When each place of each user was used last. */
  readonly knownPlaces: Map<string, Instant>;
  readonly apiKeys: Map<string, ApiKeyRecord>;
  readonly integrations: Map<string, IntegrationRecord>;
  readonly integrationKeys: Map<string, IntegrationKeyRecord>;
  readonly audit: AuditEntry[];
  lastNumber: number;
}

export function emptyState(clock: Clock): StoreState {
  return {
    clock,
    incidents: new Map(),
    alerts: new Map(),
    events: [],
    rejected: [],
    jobs: [],
    deliveries: new Map(),
    channels: new Map(),
    rules: new Map(),
    users: new Map(),
    teams: new Map(),
    memberships: new Map(),
    services: new Map(),
    sessions: new Map(),
    invitations: new Map(),
    knownPlaces: new Map(),
    apiKeys: new Map(),
    integrations: new Map(),
    integrationKeys: new Map(),
    audit: [],
    lastNumber: 0,
  };
}

export function copyState(state: StoreState): StoreState {
  const { clock, incidents, alerts, events, rejected, jobs, deliveries, lastNumber } = state;
  return {
    clock,
    incidents: new Map(incidents),
    alerts: new Map(alerts),
    events: [...events],
    rejected: [...rejected],
    jobs: [...jobs],
    deliveries: new Map(deliveries),
    channels: new Map(state.channels),
    rules: new Map(state.rules),
    users: new Map(state.users),
    teams: new Map(state.teams),
    memberships: new Map(state.memberships),
    services: new Map(state.services),
    sessions: new Map(state.sessions),
    invitations: new Map(state.invitations),
    knownPlaces: new Map(state.knownPlaces),
    apiKeys: new Map(state.apiKeys),
    integrations: new Map(state.integrations),
    integrationKeys: new Map(state.integrationKeys),
    audit: [...state.audit],
    lastNumber,
  };
}

export function findIncident(state: StoreState, id: string): NumberedIncident {
  const incident = state.incidents.get(id);
  if (!incident) throw notFound(`There is no incident ${id}.`);
  return incident;
}

export function insertIncident(state: StoreState, incident: Incident): NumberedIncident {
  checkIncident(incident);
  state.lastNumber += 1;
  const numbered = { ...incident, number: state.lastNumber };
  state.incidents.set(incident.id, numbered);
  return numbered;
}

export function updateIncident(state: StoreState, incident: Incident): void {
  checkIncident(incident);
  const { number } = findIncident(state, incident.id);
  state.incidents.set(incident.id, { ...incident, number });
}

/** The partial unique index on the group key of unresolved incidents. */
export function checkGroups(state: StoreState): void {
  const seen = new Set<string>();
  for (const { status, groupKey } of state.incidents.values()) {
    if (status === 'resolved' || groupKey === null) continue;
    if (seen.has(groupKey))
      throw conflict(`The group ${groupKey} has an unresolved incident already.`);
    seen.add(groupKey);
  }
}

/** The partial unique index on the latest of each alert. */
export function checkLatest(state: StoreState): void {
  const seen = new Set<string>();
  for (const alert of state.alerts.values()) {
    if (!alert.latest) continue;
    const key = alertKey(alert);
    if (seen.has(key)) throw conflict(`The alert ${alert.fingerprint} is known already.`);
    seen.add(key);
  }
}

export function appendEvents(state: StoreState, events: readonly IncidentEvent[]): void {
  for (const event of events) {
    findIncident(state, event.incidentId);
    state.events.push(event);
  }
}

/** A job whose key waits already gives that one its payload, and leaves it its time. */
export function addJobs(state: StoreState, jobs: readonly Job[]): void {
  for (const { after = 0, ...job } of jobs) {
    const at = state.jobs.findIndex((waiting) => job.key !== undefined && waiting.key === job.key);
    const dueAt = state.jobs[at]?.dueAt ?? state.clock.now() + after;
    if (at === -1) state.jobs.push({ ...job, dueAt });
    else state.jobs[at] = { ...job, dueAt };
  }
}

/** The latest of an alert. */
export function latestAlert(state: StoreState, identity: AlertIdentity): Alert | undefined {
  const key = alertKey(identity);
  return [...state.alerts.values()].find((alert) => alert.latest && alertKey(alert) === key);
}

export function firingAlerts(state: StoreState, incidentId: string): number {
  let count = 0;
  for (const alert of state.alerts.values())
    if (alert.incidentId === incidentId && alert.status === 'firing') count += 1;
  return count;
}
