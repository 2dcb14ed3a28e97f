import { describe, expect, test } from '@jest/globals';
import {
  ACKNOWLEDGED,
  ALICE,
  anAlertState,
  anOpenIncident,
  countingIds,
  MERGED,
  resolvedBy,
  T0,
} from '../examples.ts';
import { aboutAlerts } from '../grouping/describe-alerts.ts';
import type { DecidedChange } from '../incident/incident-event.ts';
import { recordChanges } from '../incident/record-changes.ts';
import { announcementOf, incidentMessage } from './announcement.ts';

const incident = anOpenIncident();
const JOINED = aboutAlerts('alerts_joined', [anAlertState()], '1 alert joined.');

function announced(change: DecidedChange, status: 'open' | 'acknowledged' | 'resolved') {
  const { events } = recordChanges(incident, [change], {
    actor: ALICE,
    at: T0,
    newId: countingIds(),
  });
  return events.map((event) => announcementOf(event, status));
}

describe('people are told', () => {
  test.each([
    ['of an acknowledgement', ACKNOWLEDGED, 'acknowledged', 'acknowledged'],
    ['of a resolution', resolvedBy('alerts'), 'resolved', 'resolved'],
    ['of alerts that join what somebody has acknowledged', JOINED, 'acknowledged', 'grown'],
    ['of no alerts that join an open incident', JOINED, 'open', null],
    ['of no alerts that joined a resolved incident', JOINED, 'resolved', null],
    ['of no merge', MERGED, 'resolved', null],
  ] as const)('%s', (_, change, status, expected) =>
    expect(announced(change, status)).toEqual([expected]),
  );
});

test('a message carries the headline, the reason and the incident’s page', () => {
  const about = { reason: 'An alert fired.', firingAlerts: 2, publicUrl: 'https://klaxon.test' };
  expect(incidentMessage('created', { ...incident, number: 1042 }, about)).toMatchObject({
    headline: '🚨 New Incident Created',
    number: 1042,
    reason: 'An alert fired.',
    firingAlerts: 2,
    url: `https://klaxon.test/incidents/${incident.id}`,
  });
  expect(
    incidentMessage('created', { ...incident, number: 1 }, { ...about, publicUrl: null }).url,
  ).toBeNull();
});
