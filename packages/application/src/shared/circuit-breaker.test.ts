import { describe, expect, test } from '@jest/globals';
import { incidentMessage, MINUTE, SECOND } from '@klaxon/domain';
import { delivery, InMemoryChannels, makeStage } from '@klaxon/testing';
import type { SendOutcome } from '../ports/notifier.ts';
import { withCircuitBreakers } from './circuit-breaker.ts';

const busy: SendOutcome = { result: 'retry', error: 'HTTP 503', retryAfter: null };
const refused: SendOutcome = { result: 'failed', error: 'HTTP 400' };
const untried = (retryAfter: number) => ({
  result: 'retry',
  untried: true,
  error: 'Not tried: the channel rests after failures in a row, the last one: HTTP 503',
  retryAfter,
});

/** Two channels that are spared when they are down, and what to send to them. */
async function spared() {
  const { clock, ingest, incidents } = makeStage();
  await ingest(delivery());
  const [incident] = incidents();
  if (!incident) throw new TypeError('no incident was opened');
  const about = { reason: '', at: clock.now(), firingAlerts: 1, links: [], publicUrl: null };
  const message = incidentMessage('created', incident, about);
  const channels = new InMemoryChannels();
  const [slack, email] = [channels.set('slack'), channels.set('email')];
  const directory = withCircuitBreakers(channels, clock);
  const send = async (channelId = 'slack') =>
    (await directory.notifier(channelId))?.send(message, {
      deliveryId: '1',
      firstProviderId: null,
    });
  const sendTimes = async (times: number) => {
    for (let sent = 0; sent < times; sent += 1) await send();
  };
  return { clock, channels, slack, email, directory, message, send, sendTimes };
}

/** The same, with Slack away and at rest. */
async function atRest() {
  const stage = await spared();
  stage.slack.away = busy;
  await stage.sendTimes(5);
  return stage;
}

describe('a channel', () => {
  test('that answers is asked every time', async () => {
    const { sendTimes, slack } = await spared();
    await sendTimes(10);
    expect(slack.attempts).toHaveLength(10);
  });

  test('rests after five failures in a row', async () => {
    const { send, sendTimes, slack } = await spared();
    slack.away = busy;
    await sendTimes(4);
    expect(await send()).toEqual(busy);
    expect(await send()).toEqual(untried(30 * SECOND));
    expect(slack.attempts).toHaveLength(5);
  });

  test.each([
    ['a message arrived', { result: 'sent', providerId: null }],
    ['it refused a message, so it is there', refused],
  ] as const)('does not rest where in between %s', async (_, answer) => {
    const { sendTimes, slack } = await spared();
    slack.answer(busy, busy, busy, busy, answer, busy, busy, busy, busy);
    await sendTimes(10);
    expect(slack.attempts).toHaveLength(10);
  });

  test('at rest leaves the others as they are', async () => {
    const { send, email } = await atRest();
    expect(await send('email')).toMatchObject({ result: 'sent' });
    expect(email.attempts).toHaveLength(1);
  });

  test('at rest is not asked for bundles and updates either', async () => {
    const { directory, slack, message } = await atRest();
    const notifier = await directory.notifier('slack');
    const bundle = { headline: '', lines: [], more: 0, url: null };
    expect(await notifier?.sendBundle(bundle, '1')).toMatchObject({ untried: true });
    expect(await notifier?.update?.(message, 'message-1')).toMatchObject({ untried: true });
    expect([slack.attempts.length, slack.updates.length]).toEqual([5, 0]);
  });

  test('is at work again once one message arrived after the rest', async () => {
    const { sendTimes, slack, clock } = await atRest();
    slack.away = null;
    clock.advance(30 * SECOND);
    await sendTimes(3);
    expect(slack.received).toHaveLength(3);
  });

  test('that is still away after its rest is asked once, and rests longer', async () => {
    const { send, slack, clock } = await atRest();
    clock.advance(30 * SECOND);
    expect(await send()).toEqual(busy);
    expect(await send()).toEqual(untried(45 * SECOND));
    clock.advance(45 * SECOND);
    await send();
    expect(await send()).toEqual(untried(45 * SECOND));
    expect(slack.attempts).toHaveLength(7);
  });

  test('that came back and goes away again rests as at first', async () => {
    const { send, sendTimes, slack, clock } = await atRest();
    clock.advance(30 * SECOND);
    await send();
    clock.advance(MINUTE);
    slack.answer({ result: 'sent', providerId: null });
    await sendTimes(6);
    expect(await send()).toEqual(untried(30 * SECOND));
  });

  test('is asked by one message at a time while it is not known to be back', async () => {
    const { send, slack, clock } = await atRest();
    slack.away = null;
    clock.advance(30 * SECOND);
    const answer = Promise.withResolvers<void>();
    slack.afterArrival = () => answer.promise;
    const probe = send();
    expect(await send()).toEqual(untried(5 * SECOND));
    answer.resolve();
    await probe;
    expect(await send()).toMatchObject({ result: 'sent' });
  });

  test('is not thought at rest for ever where an attempt at it breaks off', async () => {
    const { send, slack, clock } = await atRest();
    slack.away = null;
    clock.advance(30 * SECOND);
    slack.afterArrival = () => Promise.reject(new Error('broken off'));
    await expect(send()).rejects.toThrow('broken off');
    slack.afterArrival = async () => {};
    expect(await send()).toMatchObject({ result: 'sent' });
  });
});

test('what a channel cannot do, it cannot do behind its breaker either', async () => {
  const { send, sendBundle } = (await spared()).slack;
  const notifier = { send, sendBundle };
  const directory = withCircuitBreakers(
    { channels: async () => [], rules: async () => [], notifier: async () => notifier },
    { now: () => 0 },
  );
  expect(await directory.notifier('slack')).not.toHaveProperty('update');
});

test('a channel that is gone is gone', async () => {
  const { channels, directory } = await spared();
  channels.remove('slack');
  expect(await directory.notifier('slack')).toBeNull();
});
