import { describe, expect, test } from '@jest/globals';
import { HOUR, MINUTE } from '../shared/instant.ts';
import { type ChannelSetup, describeStatus, type StatusFacts } from './describe-status.ts';

const NOW = Date.UTC(2026, 10, 25, 12);
const CHANNEL: ChannelSetup = {
  id: 'c1',
  name: 'Operations',
  enabled: true,
  fault: null,
  createdAt: NOW - HOUR,
};
const NEVER = {
  alert_received: null,
  message_sent: null,
  incident_acknowledged: null,
  incident_resolved: null,
};
const facts = (change: Partial<StatusFacts> = {}): StatusFacts => ({
  channels: [CHANNEL],
  failing: [],
  rejected: null,
  weaknesses: [],
  firsts: NEVER,
  openIncidents: 2,
  acknowledgedIncidents: 1,
  ...change,
});
const problemsOf = (change: Partial<StatusFacts>) => describeStatus(facts(change)).problems;
const FAILING = { channelId: 'c1', failures: 1, since: NOW - MINUTE, lastError: 'It hung up.' };

test('of a Klaxon that is well there is nothing to say', () => {
  expect(describeStatus(facts())).toMatchObject({
    problems: [],
    openIncidents: 2,
    acknowledgedIncidents: 1,
  });
});

describe('wrong with channels is', () => {
  test.each([
    ['that there is none', [], 'There is no channel, so nobody is told of an incident. Add one.'],
    [
      'that all are disabled',
      [{ ...CHANNEL, enabled: false }],
      'All channels are disabled, so nobody is told of an incident. Enable one.',
    ],
  ])('%s', (_what, channels, message) => {
    const problem = { kind: 'no_channel', severity: 'error', since: null, link: '/channels' };
    expect(problemsOf({ channels })).toEqual([{ ...problem, message }]);
  });

  test('that one cannot be used, and why, but not what it failed at before', () => {
    const channels = [{ ...CHANNEL, fault: 'Its secrets are sealed with a key that is gone' }];
    expect(problemsOf({ channels, failing: [FAILING] })).toEqual([
      {
        kind: 'channel_unusable',
        severity: 'error',
        message:
          'The channel Operations cannot be used: Its secrets are sealed with a key that is gone.',
        since: null,
        link: '/channels',
      },
    ]);
  });

  test.each([
    [1, 'It hung up.', 'The last message to the channel Operations did not get through: It hung'],
    [3, 'HTTP 404', 'The last 3 messages to the channel Operations did not get through: HTTP 404.'],
    [2, null, 'The last 2 messages to the channel Operations did not get through: nobody knows'],
  ])('that the last %d messages failed with %s', (failures, lastError, message) => {
    expect(problemsOf({ failing: [{ ...FAILING, failures, lastError }] })).toEqual([
      {
        kind: 'channel_failing',
        severity: 'error',
        message: expect.stringContaining(message),
        since: NOW - MINUTE,
        link: '/channels',
      },
    ]);
  });

  test('nothing that is disabled', () => {
    const off = { ...CHANNEL, id: 'c2', enabled: false, fault: 'It is broken.' };
    const failing = [{ ...FAILING, channelId: 'c2' }];
    expect(problemsOf({ channels: [CHANNEL, off], failing })).toEqual([]);
  });
});

test.each([
  [1, 'alerts were not taken in once: they could not be read, or their sender'],
  [12, 'alerts were not taken in 12 times: they'],
  [1_000, 'not taken in 1000 times'],
  [1_001, 'not taken in more than 1000 times'],
])('%d rejected alerts are a warning with their number', (count, text) => {
  const [problem] = problemsOf({ rejected: { count, since: NOW - HOUR } });
  expect(problem).toMatchObject({
    kind: 'alerts_rejected',
    severity: 'warning',
    since: NOW - HOUR,
    link: '/alerts/rejected',
  });
  expect(problem?.message).toContain(text);
});

test('what Klaxon depends on is told with what to do, errors before warnings', () => {
  const weak = (kind: StatusFacts['weaknesses'][number]['kind']) => ({
    kind,
    detail: 'It is away.',
    since: NOW,
  });
  const problems = problemsOf({
    weaknesses: [
      weak('alertmanager_unreachable'),
      weak('clock_off'),
      weak('work_not_taken'),
      weak('no_worker'),
      weak('storage_failing'),
      weak('migrations_unfinished'),
    ],
  });
  expect(problems.map(({ kind, severity }) => `${severity} ${kind}`)).toEqual([
    'error work_not_taken',
    'error no_worker',
    'error storage_failing',
    'error migrations_unfinished',
    'warning alertmanager_unreachable',
    'warning clock_off',
  ]);
  for (const { message, since, link } of problems) {
    expect(message).toMatch(/^It is away\. [A-Z].+\.$/);
    expect([since, link]).toEqual([NOW, null]);
  }
});

describe('the set-up', () => {
  const steps = (change: Partial<StatusFacts>) =>
    Object.fromEntries(
      describeStatus(facts(change)).setup.map(({ step, done, at }) => [step, [done, at]]),
    );

  test('has its steps in their order, done when they first happened', () => {
    const { setup } = describeStatus(facts({ channels: [] }));
    expect(setup).toEqual([
      { step: 'alert_received', done: false, at: null },
      { step: 'channel_added', done: false, at: null },
      { step: 'message_sent', done: false, at: null },
      { step: 'incident_acknowledged', done: false, at: null },
      { step: 'incident_resolved', done: false, at: null },
    ]);
    const firsts = { ...NEVER, alert_received: NOW - 3, incident_resolved: NOW - 1 };
    expect(steps({ firsts })).toMatchObject({
      alert_received: [true, NOW - 3],
      message_sent: [false, null],
      incident_resolved: [true, NOW - 1],
    });
  });

  test('knows since when the first channel is there, unless the environment brings it', () => {
    const later = { ...CHANNEL, id: 'c2', createdAt: NOW };
    expect(steps({ channels: [later, CHANNEL] })).toMatchObject({
      channel_added: [true, NOW - HOUR],
    });
    const configured = { ...CHANNEL, id: 'env:slack', createdAt: null };
    expect(steps({ channels: [configured] })).toMatchObject({ channel_added: [true, null] });
  });
});
