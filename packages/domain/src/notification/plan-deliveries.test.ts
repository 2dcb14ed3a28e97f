import { describe, expect, test } from '@jest/globals';
import type { Severity } from '../alert/severity.ts';
import {
  ACKNOWLEDGED,
  ALICE,
  aChannel,
  aDelivery,
  after,
  anAlertState,
  anOpenIncident,
  countingIds,
  MERGED,
  T0,
} from '../examples.ts';
import { aboutAlerts } from '../grouping/describe-alerts.ts';
import type { DecidedChange } from '../incident/incident-event.ts';
import { recordChanges } from '../incident/record-changes.ts';
import { MINUTE } from '../shared/instant.ts';
import {
  type Audience,
  type EventToAnnounce,
  fallbackChannels,
  planDeliveries,
  SINGLES_A_MINUTE,
} from './plan-deliveries.ts';

const slack = aChannel('slack');
const email = aChannel('email');
const REOPENED: DecidedChange = { type: 'reopened', data: {}, reason: 'Again.' };

let events = 0;
/** An event of an incident of its own. */
function happened(
  change: DecidedChange = REOPENED,
  severity: Severity = 'high',
  before: readonly DecidedChange[] = [],
): EventToAnnounce {
  const newId = () => `event-${++events}`;
  const base = after(anOpenIncident(), before);
  const { incident, events: recorded } = recordChanges(base, [change], {
    actor: ALICE,
    at: T0,
    newId,
  });
  const [event] = recorded;
  if (!event) throw new TypeError('one change makes one event');
  return { event, incident: { ...incident, severity, number: 1 } };
}

function many(count: number, severity: Severity = 'high'): readonly EventToAnnounce[] {
  return Array.from({ length: count }, () => happened(REOPENED, severity));
}

const plan = (announced: readonly EventToAnnounce[], audience: Partial<Audience> = {}) =>
  planDeliveries(
    announced,
    { channels: [slack], rules: [], traffic: [], told: [], ...audience },
    T0,
    countingIds(),
  );

describe('an event', () => {
  test('becomes one delivery a channel, due at once', () => {
    const one = happened();
    const { id: eventId, incidentId, version } = one.event;
    expect(plan([one], { channels: [slack, email] })).toEqual([
      aDelivery({ id: 'id-1', eventId, incidentId, version, kind: 'reopened', channelId: 'slack' }),
      aDelivery({ id: 'id-2', eventId, incidentId, version, kind: 'reopened', channelId: 'email' }),
    ]);
  });

  test.each([
    ['that only the timeline shows becomes none', happened(MERGED), []],
    [
      'of growth becomes none while nobody has the incident',
      happened(aboutAlerts('alerts_joined', [anAlertState()], '1 alert joined.')),
      [],
    ],
    [
      'of growth becomes one once somebody has it',
      happened(aboutAlerts('alerts_joined', [anAlertState()], '1 alert joined.'), 'high', [
        ACKNOWLEDGED,
      ]),
      ['grown'],
    ],
  ] as const)('%s', (_, announced, kinds) =>
    expect(plan([announced]).map(({ kind }) => kind)).toEqual(kinds),
  );
});

describe('a storm', () => {
  const bundled = (deliveries: ReturnType<typeof plan>) => ({
    singles: deliveries.filter(({ carries, bundledInto }) => !carries && bundledInto === null)
      .length,
    carriers: deliveries.filter(({ carries }) => carries).map(({ id }) => id),
    into: [...new Set(deliveries.flatMap(({ bundledInto }) => bundledInto ?? []))],
  });

  test('up to the threshold is told one by one', () =>
    expect(bundled(plan(many(SINGLES_A_MINUTE)))).toEqual({
      singles: SINGLES_A_MINUTE,
      carriers: [],
      into: [],
    }));

  test('beyond the threshold goes into one bundle, which is sent a minute later', () => {
    const planned = plan(many(500));
    expect(bundled(planned)).toEqual({
      singles: SINGLES_A_MINUTE,
      carriers: ['id-21'],
      into: ['id-21'],
    });
    expect(planned.find(({ carries }) => carries)?.nextAttemptAt).toBe(T0 + MINUTE);
  });

  test('still tells critical incidents one by one', () => {
    const planned = plan([...many(500), ...many(5, 'critical')]);
    expect(bundled(planned).singles).toBe(SINGLES_A_MINUTE + 5);
    expect(planned.slice(-5).every(({ bundledInto }) => bundledInto === null)).toBe(true);
  });

  test('counts what the channel was sent in the last minute', () => {
    const traffic = [{ channelId: 'slack', singles: SINGLES_A_MINUTE - 1, openBundle: null }];
    expect(bundled(plan(many(3), { traffic }))).toEqual({
      singles: 1,
      carriers: ['id-2'],
      into: ['id-2'],
    });
  });

  test('joins the bundle that is open', () => {
    const traffic = [{ channelId: 'slack', singles: 400, openBundle: 'open-bundle' }];
    expect(bundled(plan(many(3), { traffic }))).toEqual({
      singles: 0,
      carriers: [],
      into: ['open-bundle'],
    });
  });

  test('on one channel leaves another as it is', () => {
    const traffic = [{ channelId: 'slack', singles: 400, openBundle: 'open-bundle' }];
    const planned = plan(many(3), { channels: [slack, email], traffic });
    expect(bundled(planned.filter(({ channelId }) => channelId === 'email')).singles).toBe(3);
  });
});

test('what an event told a channel already is not told again, nor does it speak for others', () => {
  const announced = many(SINGLES_A_MINUTE + 3);
  const told = announced.slice(0, -1).map(({ event: { id: eventId, incidentId, version } }) => ({
    eventId,
    incidentId,
    version,
    channelId: 'slack',
  }));
  const left = announced.at(-1)?.event.id;
  expect(plan(announced, { told })).toMatchObject([
    { eventId: left, carries: false, bundledInto: null },
  ]);
});

test('what was announced after a later event of its incident is not bundled', () => {
  const { event, incident } = happened();
  const later = { eventId: 'later', incidentId: incident.id, channelId: 'slack', version: 9 };
  const traffic = [{ channelId: 'slack', singles: 400, openBundle: 'open-bundle' }];
  expect(plan([{ event, incident }], { traffic, told: [later] })).toMatchObject([
    { bundledInto: null, carries: false },
  ]);
});

describe('the fallback', () => {
  const pager = aChannel('pager', { fallback: true });
  const off = aChannel('off', { fallback: true, enabled: false });
  const channels = [slack, email, pager, off];
  const failed = { status: 'failed', settledAt: T0 } as const;

  test.each([
    [
      'is told when every channel failed for good',
      [failed, { ...failed, channelId: 'email' }],
      ['pager'],
    ],
    ['is not told while one is on its way', [failed, { channelId: 'email' }], []],
    [
      'is not told where one was told',
      [failed, { status: 'sent', settledAt: T0, channelId: 'email' }],
      [],
    ],
    ['is told once', [failed, { ...failed, channelId: 'pager' }], []],
  ] as const)('%s', (_, deliveries, expected) =>
    expect(fallbackChannels(deliveries.map(aDelivery), channels).map(({ id }) => id)).toEqual(
      expected,
    ),
  );
});
