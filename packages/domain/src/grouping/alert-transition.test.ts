import { describe, expect, test } from '@jest/globals';
import type { AlertState, IncomingAlert } from '../alert/alert.ts';
import {
  ACKNOWLEDGED,
  after,
  anAlertState,
  anIncoming,
  anOpenIncident,
  POLICY,
  resolvedBy,
  T0,
} from '../examples.ts';
import type { Incident } from '../incident/incident.ts';
import { HOUR, MINUTE, SECOND } from '../shared/instant.ts';
import { alertTransition } from './alert-transition.ts';

const STARTED = T0 - MINUTE;
const open = anOpenIncident();
const byPerson = after(open, [resolvedBy('person')], T0);
const byAlerts = after(open, [resolvedBy('alerts')], T0);

const unknown = undefined;
const firing = anAlertState({ startsAt: STARTED });
const ended = anAlertState({ status: 'resolved', startsAt: STARTED, endsAt: T0 });
const doubted = { ...ended, unconfirmedSince: T0 + 10 * SECOND };

const fires = anIncoming({ startsAt: STARTED });
const firesAnew = anIncoming({ startsAt: STARTED + 30 * SECOND });
const firesSinceEarlier = anIncoming({ startsAt: STARTED - HOUR });
const ends = anIncoming({ status: 'resolved', startsAt: STARTED, endsAt: T0 });
const endsAnew = anIncoming({ status: 'resolved', startsAt: T0 + SECOND, endsAt: T0 + MINUTE });
const endedBefore = anIncoming({
  status: 'resolved',
  startsAt: STARTED - HOUR,
  endsAt: STARTED - MINUTE,
});

type Row = readonly [
  string,
  AlertState | undefined,
  Incident | undefined,
  IncomingAlert,
  number,
  string,
];

function describeTable(about: string, rows: readonly Row[]): void {
  describe(about, () => {
    test.each(rows)('%s', (_, known, incident, incoming, now, expected) => {
      expect(alertTransition(known, incoming, incident, now, POLICY)).toBe(expected);
    });
  });
}

describeTable('an alert that Klaxon does not know', [
  ['fires: it starts', unknown, undefined, fires, T0, 'starts'],
  ['is resolved: kept, without an incident', unknown, undefined, ends, T0, 'ended-unseen'],
]);

describeTable('an alert that fires', [
  ['and is said to fire: a repeat', firing, open, fires, T0, 'repeat'],
  [
    'in an acknowledged incident: a repeat',
    firing,
    after(open, [ACKNOWLEDGED]),
    fires,
    T0,
    'repeat',
  ],
  ['with a new start, its incident unresolved: a repeat', firing, open, firesAnew, T0, 'repeat'],
  ['with an earlier start: a repeat', firing, open, firesSinceEarlier, T0, 'repeat'],
  ['without an incident: it starts', firing, undefined, fires, T0, 'starts'],
  ['is resolved: it ends', firing, open, ends, T0, 'ends'],
  ['is said to have ended before it began: late news', firing, open, endedBefore, T0, 'repeat'],
]);

describeTable('an alert that fires on after a person resolved its incident', [
  ['is quiet at once', firing, byPerson, fires, T0, 'repeat'],
  ['is quiet for an hour', firing, byPerson, fires, T0 + HOUR - 1, 'repeat'],
  ['then returns', firing, byPerson, fires, T0 + HOUR, 'returns'],
  ['with a new start is a new occurrence', firing, byPerson, firesAnew, T0 + SECOND, 'starts'],
  ['may end', firing, byPerson, ends, T0 + SECOND, 'ends'],
]);

describeTable('an alert that ended', [
  ['and is said to have ended: a repeat', ended, byAlerts, ends, T0, 'repeat'],
  [
    'fires again within 60 s, the same occurrence: unconfirmed',
    ended,
    byAlerts,
    fires,
    T0 + MINUTE - 1,
    'unconfirmed',
  ],
  ['fires again after 60 s: Prometheus came back', ended, byAlerts, fires, T0 + MINUTE, 'returns'],
  [
    'fires again with an earlier start, after 60 s',
    ended,
    byAlerts,
    firesSinceEarlier,
    T0 + MINUTE,
    'returns',
  ],
  ['fires with a new start: a new occurrence, at once', ended, byAlerts, firesAnew, T0, 'starts'],
  ['started and ended again, unseen', ended, byAlerts, endsAnew, T0 + HOUR, 'ended-unseen'],
]);

describeTable('an unconfirmed firing', [
  ['repeated within 60 s stays unconfirmed', doubted, byAlerts, fires, T0 + 69 * SECOND, 'repeat'],
  ['that still stands after 60 s returns', doubted, byAlerts, fires, T0 + 70 * SECOND, 'returns'],
  ['is settled by a resolution', doubted, byAlerts, ends, T0 + 35 * SECOND, 'settled'],
  ['is overtaken by a new occurrence', doubted, byAlerts, firesAnew, T0 + 11 * SECOND, 'starts'],
]);
