import type { Severity } from '../alert/severity.ts';
import { isWorse } from '../alert/severity.ts';
import { conflict, invalid } from '../shared/errors.ts';
import type { Instant } from '../shared/instant.ts';
import type { Incident } from './incident.ts';
import type { Actor, AlertMoment, DecidedChange, Named } from './incident-event.ts';

/*
 * What a person may do to an incident. Each function answers the changes to write (none: nothing to
 * do, and that is fine) or raises a conflict that says why not.
 */

export interface Taking {
  readonly by: Actor;
  /** Who works on the incident from now on; null where nobody takes it. */
  readonly assigneeId: string | null;
}

/**
 * Who takes an incident works on it, unless they name somebody else. Who may be anybody is whom they name; a
 * machine works on nothing.
 *
 * @param assigneeId whom they name; null for nobody, undefined where they do not say
 */
export function takenBy(actor: Actor, assigneeId: string | null | undefined): Taking {
  if (actor.kind !== 'person') return { by: actor, assigneeId: assigneeId ?? null };
  if (!actor.isAnybody)
    return { by: actor, assigneeId: assigneeId === undefined ? actor.id : assigneeId };
  if (assigneeId == null) return { by: actor, assigneeId: null };
  return { by: { kind: 'person', id: assigneeId }, assigneeId };
}

/** Acknowledging again is a no-op for the same assignee and hands the incident over to another. */
export function acknowledge(
  incident: Incident,
  by: Named,
  assignee: Named | null,
): readonly DecidedChange[] {
  if (incident.status === 'resolved')
    throw conflict('This incident is already resolved; reopen it to acknowledge it.');
  if (incident.status === 'acknowledged')
    return assignee === null ? [] : assign(incident, assignee);
  const handedOver = assignee !== null && assignee.id !== by.id;
  return [
    {
      type: 'acknowledged',
      data: { by: by.id, assignee: assignee?.id ?? null },
      reason: `Acknowledged by ${by.name}${handedOver ? `, assigned to ${assignee.name}` : ''}.`,
    },
  ];
}

export function resolve(incident: Incident, { name }: Named): readonly DecidedChange[] {
  if (incident.status === 'resolved') throw conflict('This incident is already resolved.');
  return [{ type: 'resolved', data: { resolution: 'person' }, reason: `Resolved by ${name}.` }];
}

export function reopen(incident: Incident, { name }: Named): readonly DecidedChange[] {
  if (incident.status !== 'resolved')
    throw conflict('This incident is not resolved, so it cannot be reopened.');
  if (incident.mergedIntoId)
    throw conflict('This incident was merged into another; work on that one.');
  return [{ type: 'reopened', data: {}, reason: `Reopened by ${name}.` }];
}

export interface IncidentEdit {
  readonly title?: string;
  readonly description?: string | null;
  readonly severity?: Severity;
  readonly assignee?: Named | null;
}

/** One change a field that really changes. */
export function edit(incident: Incident, wanted: IncidentEdit): readonly DecidedChange[] {
  const { title, description, severity, assignee } = wanted;
  const changes: DecidedChange[] = [];
  if (title !== undefined && title !== incident.title)
    changes.push({ type: 'title_changed', data: { title }, reason: 'Title changed.' });
  if (description !== undefined && description !== incident.description)
    changes.push({
      type: 'description_changed',
      data: { description },
      reason: 'Description changed.',
    });
  if (severity !== undefined) changes.push(...changeSeverity(incident, severity));
  if (assignee !== undefined) changes.push(...assign(incident, assignee));
  return changes;
}

export function snooze(incident: Incident, until: Instant, now: Instant): readonly DecidedChange[] {
  if (incident.status === 'resolved') throw conflict('A resolved incident cannot be snoozed.');
  if (until <= now) throw invalid('until', 'must be in the future');
  const text = new Date(until).toISOString();
  return [{ type: 'snoozed', data: { until: text }, reason: `Snoozed until ${text}.` }];
}

export function endSnooze(incident: Incident, reason: string): readonly DecidedChange[] {
  return incident.snoozedUntil === null ? [] : [{ type: 'snooze_ended', data: {}, reason }];
}

export interface Merge {
  readonly source: readonly DecidedChange[];
  readonly target: readonly DecidedChange[];
}

/** The source ends and its alerts go on in the target, which takes the worse severity of the two. */
/** @param moved the alerts that go from one to the other */
export function merge(source: Incident, target: Incident, moved: readonly AlertMoment[]): Merge {
  if (source.id === target.id) throw conflict('An incident cannot be merged into itself.');
  if (source.status === 'resolved')
    throw conflict('A resolved incident cannot be merged; reopen it first.');
  if (target.status === 'resolved')
    throw conflict('The other incident is resolved; reopen it or choose another.');
  return {
    source: [
      { type: 'merged', data: { into: target.id }, reason: 'Merged into another incident.' },
    ],
    target: [
      {
        type: 'absorbed',
        data: { source: source.id, alerts: moved },
        reason: 'Another incident was merged into this one.',
      },
      ...(isWorse(source.severity, target.severity) ? changeSeverity(target, source.severity) : []),
    ],
  };
}

function changeSeverity(incident: Incident, to: Severity): readonly DecidedChange[] {
  const from = incident.severity;
  if (from === to) return [];
  return [
    {
      type: 'severity_changed',
      data: { from, to },
      reason: `Severity changed from ${from} to ${to}.`,
    },
  ];
}

function assign(incident: Incident, assignee: Named | null): readonly DecidedChange[] {
  const id = assignee?.id ?? null;
  if (id === incident.assigneeId) return [];
  const reason =
    assignee === null ? 'Nobody is assigned any more.' : `Assigned to ${assignee.name}.`;
  return [{ type: 'assigned', data: { assignee: id }, reason }];
}
