import type { IngestTransaction, Job } from '@klaxon/application';
import {
  type Alert,
  alertKey,
  conflict,
  type HeardService,
  type IngestPlan,
  type Instant,
  type RejectedAlert,
} from '@klaxon/domain';
import { checkAlert } from './constraints.ts';
import { snapshotOf } from './snapshot-of.ts';
import {
  addJobs,
  appendEvents,
  checkGroups,
  checkLatest,
  findIncident,
  insertIncident,
  latestAlert,
  type StoreState,
  updateIncident,
} from './state.ts';

export function makeIngestTransaction(state: StoreState): IngestTransaction {
  const alerts = (wanted: (alert: Alert) => boolean) => [...state.alerts.values()].filter(wanted);
  return {
    owners: async ({ services, alerts: named }) => {
      const teams = new Map(
        [...state.services.values()].flatMap(({ name, teamId }): [string, string][] =>
          teamId === null ? [] : [[name, teamId]],
        ),
      );
      const owned = (name: string, service: string | undefined): [string, string][] => {
        const team = teams.get(service ?? '');
        return team === undefined ? [] : [[name, team]];
      };
      return {
        services: new Map(services.flatMap((name) => owned(name, name))),
        alerts: new Map(
          named.flatMap((one) => owned(alertKey(one), latestAlert(state, one)?.labels['service'])),
        ),
      };
    },
    load: async (request) => snapshotOf(state, request),
    unconfirmedSince: async (before) =>
      alerts(({ unconfirmedSince }) => unconfirmedSince !== null && unconfirmedSince <= before),
    firingDespiteResolution: async (before) =>
      alerts((alert) => firesDespiteResolution(state, alert, before)),
    firingUnheard: async (source, before) =>
      alerts(
        (alert) =>
          alert.source === source && alert.status === 'firing' && alert.lastSeenAt < before,
      ),
    save: async (plan, rejected, jobs, services) => {
      savePlan(state, plan, rejected, jobs);
      for (const service of services) registerService(state, service);
    },
  };
}

function firesDespiteResolution(state: StoreState, alert: Alert, before: Instant): boolean {
  const incident = alert.incidentId === null ? undefined : state.incidents.get(alert.incidentId);
  if (
    alert.status !== 'firing' ||
    incident?.status !== 'resolved' ||
    incident.resolution !== 'person'
  )
    return false;
  return incident.resolvedAt <= before && alert.lastSeenAt > incident.resolvedAt;
}

function savePlan(
  state: StoreState,
  plan: IngestPlan,
  rejected: readonly RejectedAlert[],
  jobs: readonly Job[],
): void {
  for (const { incident, basedOn } of plan.changedIncidents) {
    if (findIncident(state, incident.id).version !== basedOn)
      throw conflict(`Incident ${incident.id} is no longer at version ${basedOn}.`);
    updateIncident(state, incident);
  }
  for (const incident of plan.newIncidents) insertIncident(state, incident);
  for (const { state: alert, contents } of plan.changedAlerts) {
    const known = state.alerts.get(alert.id);
    if (!known) throw conflict(`The alert ${alert.id} is not known.`);
    keepAlert(state, { ...known, ...alert, ...contents });
  }
  for (const { state: alert, contents } of plan.newAlerts)
    keepAlert(state, { ...alert, ...contents, createdAt: alert.lastSeenAt });
  checkGroups(state);
  checkLatest(state);
  appendEvents(state, plan.events);
  state.rejected.push(...rejected);
  addJobs(state, jobs);
}

/** A service that is there keeps its team. */
function registerService(state: StoreState, { name, teamId }: HeardService): void {
  const isKnown = [...state.services.values()].some((service) => service.name === name);
  if (isKnown || !state.teams.has(teamId)) return;
  state.services.set(name, { id: name, name, teamId, createdAt: 0, updatedAt: 0 });
}

function keepAlert(state: StoreState, alert: Alert): void {
  checkAlert(alert);
  if (alert.incidentId !== null) findIncident(state, alert.incidentId);
  state.alerts.set(alert.id, alert);
}
