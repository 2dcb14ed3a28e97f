import { describe, expect, test } from '@jest/globals';
import { ACKNOWLEDGED, after, anOpenIncident, MERGED, resolvedBy, T0 } from '../examples.ts';
import { DomainError } from '../shared/errors.ts';
import { HOUR } from '../shared/instant.ts';
import {
  acknowledge,
  edit,
  endSnooze,
  merge,
  reopen,
  resolve,
  snooze,
  takenBy,
} from './decisions.ts';
import type { Incident } from './incident.ts';
import { type Actor, type DecidedChange, type Named, SYSTEM } from './incident-event.ts';

const open = anOpenIncident();
const acknowledged = after(open, [ACKNOWLEDGED]);
const incidents = {
  open,
  acknowledged,
  snoozed: after(open, snooze(open, T0 + HOUR, T0)),
  'resolved by a person': after(open, [resolvedBy('person')]),
  'resolved by its alerts': after(acknowledged, [resolvedBy('alerts')]),
  merged: after(open, [MERGED]),
};
type State = keyof typeof incidents;

/** The types of the changes, or the kind of the refusal. */
function outcome(decide: () => readonly DecidedChange[]): readonly string[] | string {
  try {
    return decide().map((change) => change.type);
  } catch (error) {
    if (error instanceof DomainError) return error.kind;
    throw error;
  }
}

const ALICE: Named = { id: 'alice', name: 'Alice' };
const BOB: Named = { id: 'bob', name: 'Bob' };

type Decide = (incident: Incident) => readonly DecidedChange[];
const commands: readonly (readonly [
  string,
  Decide,
  Readonly<Record<State, readonly string[] | string>>,
])[] = [
  [
    'acknowledge for alice',
    (incident) => acknowledge(incident, ALICE, ALICE),
    {
      open: ['acknowledged'],
      acknowledged: [],
      snoozed: ['acknowledged'],
      'resolved by a person': 'conflict',
      'resolved by its alerts': 'conflict',
      merged: 'conflict',
    },
  ],
  [
    'acknowledge for bob',
    (incident) => acknowledge(incident, BOB, BOB),
    {
      open: ['acknowledged'],
      acknowledged: ['assigned'],
      snoozed: ['acknowledged'],
      'resolved by a person': 'conflict',
      'resolved by its alerts': 'conflict',
      merged: 'conflict',
    },
  ],
  [
    'resolve',
    (incident) => resolve(incident, ALICE),
    {
      open: ['resolved'],
      acknowledged: ['resolved'],
      snoozed: ['resolved'],
      'resolved by a person': 'conflict',
      'resolved by its alerts': 'conflict',
      merged: 'conflict',
    },
  ],
  [
    'reopen',
    (incident) => reopen(incident, ALICE),
    {
      open: 'conflict',
      acknowledged: 'conflict',
      snoozed: 'conflict',
      'resolved by a person': ['reopened'],
      'resolved by its alerts': ['reopened'],
      merged: 'conflict',
    },
  ],
  [
    'snooze for an hour',
    (incident) => snooze(incident, T0 + HOUR, T0),
    {
      open: ['snoozed'],
      acknowledged: ['snoozed'],
      snoozed: ['snoozed'],
      'resolved by a person': 'conflict',
      'resolved by its alerts': 'conflict',
      merged: 'conflict',
    },
  ],
  [
    'snooze until now',
    (incident) => snooze(incident, T0, T0),
    {
      open: 'invalid',
      acknowledged: 'invalid',
      snoozed: 'invalid',
      'resolved by a person': 'conflict',
      'resolved by its alerts': 'conflict',
      merged: 'conflict',
    },
  ],
  [
    'end the snooze',
    (incident) => endSnooze(incident, 'The snooze is over.'),
    {
      open: [],
      acknowledged: [],
      snoozed: ['snooze_ended'],
      'resolved by a person': [],
      'resolved by its alerts': [],
      merged: [],
    },
  ],
  [
    'change the title of',
    (incident) => edit(incident, { title: 'Another' }),
    {
      open: ['title_changed'],
      acknowledged: ['title_changed'],
      snoozed: ['title_changed'],
      'resolved by a person': ['title_changed'],
      'resolved by its alerts': ['title_changed'],
      merged: ['title_changed'],
    },
  ],
];

const STATES = Object.entries(incidents);

for (const [command, decide, expected] of commands)
  describe(`${command} an incident`, () => {
    test.each(STATES)('that is %s', (state, incident) => {
      expect(outcome(() => decide(incident))).toEqual(new Map(Object.entries(expected)).get(state));
    });
  });

describe('an incident that is taken', () => {
  const somebody: Actor = { kind: 'person', id: 'alice', name: 'Alice' };
  const anybody: Actor = { kind: 'person', id: 'local', isAnybody: true };
  const machine: Actor = { kind: 'integration', id: 'api-key:CI' };
  const bob: Actor = { kind: 'person', id: 'bob' };

  test.each([
    ['somebody who names nobody is theirs', somebody, undefined, somebody, 'alice'],
    ['somebody is whose they say', somebody, 'bob', somebody, 'bob'],
    ['somebody who says so is nobody’s', somebody, null, somebody, null],
    ['whoever it was is nobody’s', anybody, undefined, anybody, null],
    ['whoever says that they are bob is bob’s', anybody, 'bob', bob, 'bob'],
    ['a machine is nobody’s', machine, undefined, machine, null],
    ['a machine is whose it says', machine, 'bob', machine, 'bob'],
    ['Klaxon itself is nobody’s', SYSTEM, undefined, SYSTEM, null],
  ] as const)('by %s', (_case, actor, named, by, assigneeId) => {
    expect(takenBy(actor, named)).toEqual({ by, assigneeId });
  });
});

describe('an edit', () => {
  test('is one change a field that really changes', () => {
    const changes = edit(open, {
      title: 'New',
      description: 'More',
      severity: 'critical',
      assignee: BOB,
    });
    expect(changes.map((change) => change.type)).toEqual([
      'title_changed',
      'description_changed',
      'severity_changed',
      'assigned',
    ]);
    expect(after(open, changes)).toMatchObject({
      title: 'New',
      description: 'More',
      severity: 'critical',
      assigneeId: 'bob',
    });
  });

  test('to what already stands changes nothing', () => {
    const { title, description, severity } = acknowledged;
    expect(edit(acknowledged, { title, description, severity, assignee: ALICE })).toEqual([]);
    expect(edit(acknowledged, {})).toEqual([]);
  });

  test('may lower the severity and take the assignee away, and says so', () => {
    const changes = edit(acknowledged, { severity: 'low', assignee: null, description: null });
    expect(changes.map((change) => change.reason)).toEqual([
      'Severity changed from high to low.',
      'Nobody is assigned any more.',
    ]);
  });
});

describe('the timeline', () => {
  const reasons = (changes: readonly DecidedChange[]) => changes.map(({ reason }) => reason);

  test('names people by what others call them, and records their ids', () => {
    expect(acknowledge(open, ALICE, ALICE)).toEqual([
      {
        type: 'acknowledged',
        data: { by: 'alice', assignee: 'alice' },
        reason: 'Acknowledged by Alice.',
      },
    ]);
    expect(reasons(acknowledge(open, ALICE, BOB))).toEqual([
      'Acknowledged by Alice, assigned to Bob.',
    ]);
    expect(reasons(edit(open, { assignee: BOB }))).toEqual(['Assigned to Bob.']);
    expect(reasons(resolve(open, ALICE))).toEqual(['Resolved by Alice.']);
    expect(reasons(reopen(incidents['resolved by a person'], ALICE))).toEqual([
      'Reopened by Alice.',
    ]);
  });
});

describe('a merge', () => {
  const target = after(
    { ...anOpenIncident(), groupKey: 'service=gateway' },
    edit(open, { severity: 'low' }),
  );
  const types = (changes: readonly DecidedChange[]) => changes.map((change) => change.type);

  test('ends the source in the target, which takes the worse severity', () => {
    const { source, target: absorbed } = merge(open, target, []);
    expect(source).toMatchObject([{ type: 'merged', data: { into: target.id } }]);
    expect(absorbed).toMatchObject([
      { type: 'absorbed', data: { source: open.id } },
      { type: 'severity_changed', data: { from: 'low', to: 'high' } },
    ]);
  });

  test('lowers nothing', () => {
    expect(types(merge(target, open, []).target)).toEqual(['absorbed']);
  });

  test.each(['resolved by a person', 'resolved by its alerts', 'merged'] as const)(
    'is refused with one that is %s, on either side',
    (state) => {
      expect(outcome(() => merge(incidents[state], target, []).source)).toBe('conflict');
      expect(outcome(() => merge(target, incidents[state], []).source)).toBe('conflict');
    },
  );

  test('into itself is refused', () => {
    expect(outcome(() => merge(open, open, []).source)).toBe('conflict');
  });
});
