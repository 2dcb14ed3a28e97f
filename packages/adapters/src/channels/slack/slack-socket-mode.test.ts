import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  SLACK_APP_TOKEN,
  type SlackSocketDouble,
  slackSocketDouble,
  WaitingLine,
} from '@klaxon/testing';
import { listenToSlack } from './slack-socket-mode.ts';

let slack: SlackSocketDouble;
let listening: { stop(): Promise<void> };
let received: WaitingLine<unknown>;
let pauses: WaitingLine<number>;
let logged: string[];

beforeEach(async () => {
  slack = await slackSocketDouble();
  received = new WaitingLine();
  pauses = new WaitingLine();
  logged = [];
});
afterEach(async () => {
  await listening.stop();
  await slack.close();
});

function listen(
  receive: (interaction: unknown) => Promise<void> = async (one) => received.put(one),
  token = SLACK_APP_TOKEN,
): void {
  listening = listenToSlack({
    token,
    baseUrl: slack.url,
    receive,
    log: (level, message) => logged.push(`${level}: ${message}`),
    pause(failures) {
      pauses.put(failures);
      return 0;
    },
  });
}

const envelope = (id: string, payload: object = { type: 'block_actions' }) => ({
  type: 'interactive',
  envelope_id: id,
  payload,
  accepts_response_payload: false,
});

describe('listening to Slack', () => {
  test('takes what was pressed and confirms it', async () => {
    listen();
    const socket = await slack.connections.take();
    socket.send(envelope('e-1', { type: 'block_actions', user: { username: 'Zoë' } }));
    expect(await received.take()).toEqual({ type: 'block_actions', user: { username: 'Zoë' } });
    expect(await socket.received.take()).toEqual({ envelope_id: 'e-1' });
  });

  test('confirms nothing that could not be done: Slack shows the person a failure', async () => {
    listen(async (interaction) => {
      received.put(interaction);
      if (received.length === 1) throw new Error('the database is away');
    });
    const socket = await slack.connections.take();
    socket.send(envelope('e-1'));
    socket.send(envelope('e-2'));
    expect(await socket.received.take()).toEqual({ envelope_id: 'e-2' });
    expect(logged).toContainEqual(expect.stringContaining('the database is away'));
  });

  test('has the next connection before it leaves the one that Slack retires', async () => {
    listen();
    const first = await slack.connections.take();
    first.send({ type: 'disconnect', reason: 'refresh_requested' });
    const second = await slack.connections.take();
    await first.closed;
    second.send(envelope('e-1'));
    expect(await second.received.take()).toEqual({ envelope_id: 'e-1' });
  });

  test('connects again when the connection breaks', async () => {
    listen();
    (await slack.connections.take()).drop();
    const second = await slack.connections.take();
    second.send(envelope('e-1'));
    expect(await second.received.take()).toEqual({ envelope_id: 'e-1' });
  });

  test('waits longer each time that Slack refuses, and says why once', async () => {
    slack.refuse('internal_error', 'internal_error', 'internal_error');
    listen();
    await slack.connections.take();
    expect([await pauses.take(), await pauses.take(), await pauses.take()]).toEqual([1, 2, 3]);
    expect(logged.filter((line) => line.startsWith('warn'))).toEqual([
      expect.stringContaining('internal_error'),
    ]);
  });

  test('does not ask in a rush when connections end as soon as they begin', async () => {
    listen();
    for (const failures of [1, 2, 3]) {
      (await slack.connections.take()).send({ type: 'disconnect', reason: 'link_disabled' });
      expect(await pauses.take()).toBe(failures);
    }
  });

  test('gives the token away in no log line', async () => {
    listen(undefined, 'xapp-1-a-wrong-token');
    await pauses.take();
    expect(logged).toEqual([expect.stringMatching(/^warn: .*invalid_auth.*SLACK_APP_TOKEN/)]);
    expect(logged.join()).not.toContain('a-wrong-token');
  });

  test('stops after what is in hand was done and confirmed', async () => {
    const held = Promise.withResolvers<void>();
    listen(async (interaction) => {
      received.put(interaction);
      await held.promise;
    });
    const socket = await slack.connections.take();
    socket.send(envelope('e-1'));
    await received.take();
    const stopped = listening.stop();
    await setImmediate();
    held.resolve();
    await stopped;
    await socket.closed;
    expect(await socket.received.take()).toEqual({ envelope_id: 'e-1' });
    expect(slack.connections).toHaveLength(0);
  });

  test('passes over what it does not know', async () => {
    listen();
    const socket = await slack.connections.take();
    socket.send({ type: 'something new' });
    socket.send([1, 2]);
    socket.send(envelope('e-1'));
    expect(await socket.received.take()).toEqual({ envelope_id: 'e-1' });
  });
});
