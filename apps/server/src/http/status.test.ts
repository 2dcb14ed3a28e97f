import { expect, test } from '@jest/globals';
import { DomainError } from '@klaxon/domain';
import { NOON, stubApp } from './testing/stub-app.ts';

test('the status tells what is wrong and how far the set-up has come', async () => {
  const problem = { kind: 'no_channel', severity: 'error', message: 'Add one.' } as const;
  const app = await stubApp({
    viewStatus: async () => ({
      problems: [
        { ...problem, since: NOON, link: '/channels' },
        { ...problem, since: null, link: null },
      ],
      setup: [
        { step: 'alert_received', done: true, at: NOON },
        { step: 'channel_added', done: false, at: null },
      ],
      openIncidents: 3,
      acknowledgedIncidents: 1,
    }),
  });
  const answer = await app.inject('/api/status');
  expect(answer.statusCode).toBe(200);
  expect(answer.headers['cache-control']).toBe('no-store');
  expect(answer.json()).toEqual({
    problems: [
      { ...problem, since: '2026-11-23T12:00:00.000Z', link: '/channels' },
      { ...problem, since: null, link: null },
    ],
    setup: [
      { step: 'alert_received', done: true, at: '2026-11-23T12:00:00.000Z' },
      { step: 'channel_added', done: false, at: null },
    ],
    open_incidents: 3,
    acknowledged_incidents: 1,
  });
});

test('without a database there is no status', async () => {
  const app = await stubApp({
    viewStatus: async () => {
      throw new DomainError('unavailable', 'The database cannot be reached.');
    },
  });
  expect((await app.inject('/api/status')).statusCode).toBe(503);
});
