import type { AlertState, IncomingAlert } from './alert/alert.ts';
import { makeLabels } from './alert/labels.ts';
import { DEFAULT_GROUP_BY } from './grouping/group-key.ts';
import type { IngestPolicy } from './grouping/ingest-plan.ts';
import type { Incident } from './incident/incident.ts';
import type { Actor, DecidedChange } from './incident/incident-event.ts';
import { openIncident, recordChanges, type Stamp } from './incident/record-changes.ts';
import type { Channel } from './notification/channel.ts';
import type { NotificationDelivery } from './notification/notification-delivery.ts';
import { HOUR, type Instant, MINUTE } from './shared/instant.ts';

// Examples for the tests of this package.

/** A Monday morning. */
export const T0: Instant = Date.UTC(2026, 0, 5, 9);
export const ALICE: Actor = { kind: 'person', id: 'alice' };

export const POLICY: IngestPolicy = {
  groupBy: DEFAULT_GROUP_BY,
  autoResolve: true,
  flapWindow: 5 * MINUTE,
  reopenAfter: HOUR,
  confirmAfter: MINUTE,
  touchEvery: MINUTE,
};

/** Ids `id-1`, `id-2` … */
export function countingIds(): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `id-${count}`;
  };
}

export function anIncoming(overrides: Partial<IncomingAlert> = {}): IncomingAlert {
  return {
    fingerprint: 'f1',
    status: 'firing',
    startsAt: T0 - MINUTE,
    endsAt: null,
    severity: 'high',
    labels: makeLabels([['service', 'api']]),
    annotations: makeLabels([]),
    generatorUrl: null,
    ...overrides,
  };
}

export function anAlertState(overrides: Partial<AlertState> = {}): AlertState {
  return {
    id: 'alert-1',
    source: 'alertmanager',
    fingerprint: 'f1',
    status: 'firing',
    startsAt: T0 - MINUTE,
    endsAt: null,
    severity: 'high',
    incidentId: null,
    sourceGroup: null,
    statusChangedAt: T0,
    lastSeenAt: T0,
    latest: true,
    unconfirmedSince: null,
    ...overrides,
  };
}

const newId = countingIds();
const stamp = (at: Instant): Stamp => ({ actor: ALICE, at, newId });

/** An incident of the group `service=api` that was opened at `T0`. */
export function anOpenIncident(overrides: { readonly group?: string | null } = {}): Incident {
  const group = overrides.group === undefined ? 'service=api' : overrides.group;
  const data = {
    title: 'High latency on api',
    description: null,
    severity: 'high',
    labels: makeLabels([['service', 'api']]),
    group,
    assignee: null,
    count: 0,
    fingerprints: [],
    alerts: [],
  } as const;
  return openIncident({ type: 'opened', data, reason: 'An alert fired.' }, stamp(T0)).incident;
}

/** The incident after these changes, a minute later each unless a time is given for all. */
export function after(
  incident: Incident,
  changes: readonly DecidedChange[],
  at?: Instant,
): Incident {
  return recordChanges(incident, changes, stamp(at ?? incident.updatedAt + MINUTE)).incident;
}

export const ACKNOWLEDGED: DecidedChange = {
  type: 'acknowledged',
  data: { by: 'alice', assignee: 'alice' },
  reason: 'Acknowledged by alice.',
};

export function resolvedBy(resolution: 'alerts' | 'person'): DecidedChange {
  return { type: 'resolved', data: { resolution }, reason: 'Resolved.' };
}

export const MERGED: DecidedChange = {
  type: 'merged',
  data: { into: 'incident-2' },
  reason: 'Merged into another incident.',
};

/** The message that an incident was created, to Slack, which nobody has tried yet. */
export function aDelivery(overrides: Partial<NotificationDelivery> = {}): NotificationDelivery {
  return {
    id: 'delivery-1',
    eventId: 'event-1',
    incidentId: 'incident-1',
    version: 1,
    channelId: 'slack',
    kind: 'created',
    status: 'queued',
    attempts: 0,
    epoch: 0,
    claim: null,
    nextAttemptAt: T0,
    carries: false,
    bundledInto: null,
    providerId: null,
    lastError: null,
    reason: 'It has no rules, so it hears everything.',
    createdAt: T0,
    supersededBecause: null,
    settledAt: null,
    ...overrides,
  };
}

export function aChannel(id: string, overrides: Partial<Channel> = {}): Channel {
  return { id, name: id, type: 'slack', enabled: true, fallback: false, ...overrides };
}
