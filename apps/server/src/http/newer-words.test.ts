import { expect, test } from '@jest/globals';
import type { IncidentEvent } from '@klaxon/domain';
import {
  INCIDENT_ID,
  incidentDetail,
  NOON,
  OTHER_ID,
  queuedNotification,
  ruleRecord,
  stubApp,
} from './testing/stub-app.ts';

// What a newer process wrote, in words that this one does not have.

const page = <Item>(...items: readonly Item[]) => ({
  items,
  total: items.length,
  nextCursor: null,
});

test('an event is shown with its reason', async () => {
  const event: IncidentEvent = {
    id: OTHER_ID,
    incidentId: INCIDENT_ID,
    version: 5,
    type: 'unknown',
    actor: { kind: 'system', id: null },
    reason: 'Nobody answered within ten minutes.',
    data: { name: 'escalated' },
    at: NOON,
  };
  const app = await stubApp({
    incidents: {
      queries: {
        list: async () => page(),
        get: async () => incidentDetail,
        alerts: async () => page(),
        timeline: async () => page(event),
        reopenedAtVersion: async () => null,
        events: async () => [],
        leadingAlert: async () => null,
      },
    },
  });
  const answer = await app.inject(`/api/incidents/${INCIDENT_ID}/timeline`);
  expect(answer.json().events).toMatchObject([
    { type: 'unknown', reason: event.reason, data: { name: 'escalated' } },
  ]);
});

test('a message and a rule are shown with the kinds that they have', async () => {
  const rule = { ...ruleRecord, kinds: ['created', 'escalated'] };
  const incident = { number: 1, title: 'x' };
  const delivery = { ...queuedNotification, kind: 'escalated' };
  const app = await stubApp({
    notifications: { queries: { list: async () => page({ delivery, incident }) } },
    rules: { views: { list: async () => [rule], get: async () => rule } },
  });
  const messages = (await app.inject('/api/notifications')).json();
  expect(messages.notifications).toMatchObject([{ kind: 'escalated' }]);
  const rules = (await app.inject('/api/notification-rules')).json();
  expect(rules.notification_rules).toMatchObject([{ kinds: ['created', 'escalated'] }]);
});

test('a line of the audit log is shown with who did it and what was done', async () => {
  const entry = {
    id: OTHER_ID,
    at: NOON,
    actor: { kind: 'robot', id: 'r2', name: 'R2' },
    action: 'schedule.created',
    target: { kind: 'schedule', id: OTHER_ID, name: 'Nights' },
    before: null,
    after: null,
    requestId: null,
    address: null,
  };
  const app = await stubApp({
    audit: { queries: { list: async () => page(entry), older: async () => [entry] } },
  });
  const { audit_entries: lines } = (await app.inject('/api/audit-log')).json();
  expect(lines).toMatchObject([{ actor: { kind: 'robot' }, action: 'schedule.created' }]);
});
