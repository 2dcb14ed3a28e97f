import { describe, expect, test } from '@jest/globals';
import { HOUR, MINUTE, type NumberedIncident, SECOND, SINGLES_A_MINUTE } from '@klaxon/domain';
import {
  ALICE,
  alertReport,
  incomingAlert,
  makeNotificationStage,
  resolvedAlert,
} from '@klaxon/testing';
import { makeAcknowledgeIncident } from '../incidents/acknowledge-incident.ts';

const busy = { result: 'retry', error: 'HTTP 503', retryAfter: null } as const;
const gone = { result: 'failed', error: 'HTTP 404: no such channel' } as const;
const alertOf = (service: string, severity = 'high') =>
  incomingAlert({ labels: { service, severity } });

describe('a channel that was away for ten minutes', () => {
  async function backAfterTenMinutes() {
    const stage = makeNotificationStage();
    const slack = stage.channels.set('slack');
    const email = stage.channels.set('email');
    const incidentOf = (service: string): NumberedIncident | undefined =>
      stage.incidents().find(({ groupKey }) => groupKey === `service=${service}`);
    const acknowledge = async (service: string) => {
      const incidentId = incidentOf(service)?.id ?? '';
      await makeAcknowledgeIncident(stage.tools)({ incidentId, actor: ALICE, assigneeId: null });
    };
    const resolve = (service: string) =>
      stage.ingest(alertReport([resolvedAlert(alertOf(service))], { sourceGroup: service }));
    await stage.ingest(alertReport([alertOf('before')]));
    await stage.workFor(SECOND);
    slack.away = busy;
    await acknowledge('before');
    await stage.ingest(alertReport([alertOf('early'), alertOf('over'), alertOf('quiet')]));
    await stage.workFor(3 * MINUTE);
    await acknowledge('early');
    await resolve('over');
    await stage.workFor(6 * MINUTE + 50 * SECOND);
    await stage.ingest(alertReport([alertOf('late')]));
    await stage.workFor(10 * SECOND);
    await acknowledge('late');
    slack.away = null;
    const backAt = stage.clock.now();
    const attemptsBefore = slack.attempts.length;
    return { ...stage, slack, email, incidentOf, backAt, attemptsBefore };
  }

  test('is tried within a minute of its return', async () => {
    const { workFor, slack, attemptsBefore } = await backAfterTenMinutes();
    await workFor(MINUTE);
    expect(slack.attempts.length).toBeGreaterThan(attemptsBefore);
  });

  test('is told everything, in order and nothing stale, within two minutes', async () => {
    const { workFor, slack, incidentOf, database } = await backAfterTenMinutes();
    await workFor(2 * MINUTE);
    const toldOf = (service: string) =>
      slack.messages
        .filter(({ incidentId }) => incidentId === incidentOf(service)?.id)
        .map(({ kind }) => kind);
    expect(toldOf('before')).toEqual(['created', 'acknowledged']);
    expect(toldOf('early')).toEqual(['acknowledged']);
    expect(toldOf('over')).toEqual(['resolved']);
    expect(toldOf('quiet')).toEqual(['created']);
    expect(toldOf('late').at(-1)).toBe('acknowledged');
    expect(database.deliveries.filter(({ status }) => status === 'queued')).toEqual([]);
  });

  test('kept no other channel waiting', async () => {
    const { email } = await backAfterTenMinutes();
    expect(email.messages).toHaveLength(8);
  });

  test('was spared, with a few attempts a minute for all messages together', async () => {
    const { slack } = await backAfterTenMinutes();
    expect(slack.attempts.length).toBeLessThan(40);
  });
});

describe('a storm of 500 incidents, five of them critical', () => {
  const services = Array.from({ length: 500 }, (_, index) => `service-${index}`);
  const severityOf = (index: number) => (index % 100 === 99 ? 'critical' : 'high');

  async function storm() {
    const stage = makeNotificationStage();
    const slack = stage.channels.set('slack', { name: 'Slack' });
    const begin = () =>
      stage.ingest(
        alertReport(services.map((service, index) => alertOf(service, severityOf(index)))),
      );
    return { ...stage, slack, begin };
  }

  test('is a few messages, every critical incident by itself, and one with a count for the rest', async () => {
    const { workFor, slack, begin } = await storm();
    await begin();
    await workFor(MINUTE);
    const critical = slack.messages.filter(({ severity }) => severity === 'critical');
    expect(critical).toHaveLength(5);
    expect(slack.messages.length).toBeLessThanOrEqual(SINGLES_A_MINUTE + 5);
    expect(slack.bundles).toHaveLength(1);
    const told = slack.messages.length + (slack.bundles[0]?.lines.length ?? 0);
    expect(told + (slack.bundles[0]?.more ?? 0)).toBe(500);
    expect(slack.bundles[0]?.headline).toContain(`${500 - slack.messages.length} created`);
  });

  test('ends with every message settled', async () => {
    const { workFor, begin, database } = await storm();
    await begin();
    await workFor(MINUTE);
    expect(database.deliveries).toHaveLength(500);
    expect(new Set(database.deliveries.map(({ status }) => status))).toEqual(new Set(['sent']));
  });

  test('does not become the first message of any conversation', async () => {
    const { workFor, begin, slack, ingest } = await storm();
    await begin();
    await workFor(MINUTE);
    const before = slack.messages.length;
    await ingest(alertReport(services.map((service) => resolvedAlert(alertOf(service)))));
    await workFor(MINUTE);
    const bundleId = `message-${before + 1}`;
    for (const one of slack.received.slice(before + 1))
      if ('message' in one) expect(one.firstProviderId).not.toBe(bundleId);
  });

  test('that cannot be told is told through the fallback, bundled too, and on every timeline', async () => {
    const { workFor, begin, slack, channels, database, incidents } = await storm();
    const pager = channels.set('pager', { fallback: true });
    slack.away = gone;
    await begin();
    await workFor(2 * MINUTE);
    expect(pager.bundles).toHaveLength(1);
    expect(pager.messages.length + 1).toBeLessThan(50);
    const failures = incidents().filter(({ id }) =>
      database.eventsOf(id).some(({ type }) => type === 'notification_failed'),
    );
    expect(failures).toHaveLength(500);
    const toPager = database.deliveries.filter(({ channelId }) => channelId === 'pager');
    expect(toPager).toHaveLength(500);
    expect(new Set(toPager.map(({ status }) => status))).toEqual(new Set(['sent']));
  });

  test('while the channel is away ends with it told, once it is back', async () => {
    const { workFor, begin, slack, database } = await storm();
    slack.away = busy;
    await begin();
    await workFor(10 * MINUTE);
    slack.away = null;
    await workFor(MINUTE);
    expect(slack.bundles).toHaveLength(1);
    expect(database.deliveries.filter(({ status }) => status !== 'sent')).toEqual([]);
    await workFor(HOUR);
    expect(slack.received).toHaveLength(slack.messages.length + 1);
  });
});
