import type { SnapshotRequest } from '@klaxon/application';
import {
  type Alert,
  type AlertState,
  alertKey,
  type Incident,
  type IngestSnapshot,
} from '@klaxon/domain';
import { firingAlerts, type StoreState } from './state.ts';

export function snapshotOf(state: StoreState, request: SnapshotRequest): IngestSnapshot {
  const wanted = new Set(request.alerts.map(alertKey));
  const groupOf = (source: string, name: string) => `${source} ${name}`;
  const sourceGroups = new Set(
    request.resolvedSourceGroups.map(({ source, name }) => groupOf(source, name)),
  );
  const alerts = [...state.alerts.values()].filter(
    (alert) =>
      (alert.latest && wanted.has(alertKey(alert))) ||
      (alert.sourceGroup !== null &&
        sourceGroups.has(groupOf(alert.source, alert.sourceGroup)) &&
        (alert.status === 'firing' || alert.unconfirmedSince !== null)),
  );
  const absorbed = groupsByTarget(state);
  const ids = new Set(alerts.flatMap((alert) => alert.incidentId ?? []));
  const groups = new Set(request.groupKeys);
  for (const id of ids) {
    const group = state.incidents.get(id)?.groupKey;
    if (group != null) groups.add(group);
  }
  for (const incident of state.incidents.values()) {
    if (incident.status === 'resolved') continue;
    const own = incident.groupKey === null ? [] : [incident.groupKey];
    if ([...own, ...(absorbed.get(incident.id) ?? [])].some((group) => groups.has(group)))
      ids.add(incident.id);
  }
  return {
    alerts: alerts.map(stateOf),
    incidents: [...ids].flatMap((id) => {
      const row = state.incidents.get(id);
      if (!row) return [];
      const { number: _, ...incident } = row;
      return {
        incident,
        firingAlerts: firingAlerts(state, id),
        mergedGroups: [...(absorbed.get(id) ?? [])],
      };
    }),
  };
}

/** The groups that each incident took over, those of incidents merged into a merged one too. */
function groupsByTarget(state: StoreState): ReadonlyMap<string, ReadonlySet<string>> {
  const groups = new Map<string, Set<string>>();
  for (const source of state.incidents.values()) {
    if (source.groupKey === null) continue;
    for (let target = mergedInto(source); target !== null; ) {
      groups.set(target, (groups.get(target) ?? new Set()).add(source.groupKey));
      const next = state.incidents.get(target);
      target = next ? mergedInto(next) : null;
    }
  }
  return groups;
}

function mergedInto(incident: Incident): string | null {
  return incident.status === 'resolved' ? incident.mergedIntoId : null;
}

function stateOf(alert: Alert): AlertState {
  const {
    labels: _labels,
    annotations: _annotations,
    generatorUrl: _url,
    createdAt: _createdAt,
    ...state
  } = alert;
  return state;
}
