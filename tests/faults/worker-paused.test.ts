import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createKlaxonClient } from '@klaxon/sdk';
import { eventually } from '../support/eventually.ts';
import { startWorkerProcess } from '../support/klaxon-process.ts';
import { SecuredKlaxon } from '../support/secured-klaxon.ts';
import { type ChannelUnderTest, slackUnderTest } from './channels-under-test.ts';

let channel: ChannelUnderTest;
let secured: SecuredKlaxon;

beforeAll(async () => {
  channel = await slackUnderTest();
  secured = await SecuredKlaxon.start(channel.env, 'api');
});

afterAll(async () => {
  await secured?.stop();
  await channel?.close();
});

test('what a worker that stood still for a minute says late changes nothing', async () => {
  const { server, admin, env } = secured;
  const klaxon = createKlaxonClient({ baseUrl: server.url, headers: admin.headers });
  const notification = async () => {
    const { data } = await klaxon.GET('/api/notifications', { params: { query: {} } });
    return data?.notifications[0] ?? null;
  };
  const paused = await startWorkerProcess(env);
  channel.hold();
  const { data: incident } = await klaxon.POST('/api/incidents', { body: { title: 'Paused' } });
  await eventually(() => (channel.received().length > 0 ? true : null));
  process.kill(paused.pid, 'SIGSTOP');
  channel.answer();

  const other = await startWorkerProcess(env);
  const sent = await eventually(async () => {
    const now = await notification();
    return now?.status === 'sent' ? now : null;
  }, 90_000);
  expect(channel.received().filter((raw) => raw.includes('Paused'))).toHaveLength(2);

  process.kill(paused.pid, 'SIGCONT');
  // The paused worker says what it has to say, and then takes part again: the next message shows it.
  await other.end('SIGTERM');
  await klaxon.POST('/api/incidents/{id}/resolve', {
    params: { path: { id: incident?.id ?? '' } },
  });
  await eventually(() => channel.received().some((raw) => raw.includes('Resolved')) || null);
  const { data } = await klaxon.GET('/api/notifications', { params: { query: {} } });
  expect(data?.notifications.find(({ id }) => id === sent.id)).toEqual(sent);
  await paused.end('SIGTERM');
}, 180_000);
