import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createKlaxonClient } from '@klaxon/sdk';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { eventually } from '../support/eventually.ts';
import { type KlaxonProcess, startKlaxon, startWorkerProcess } from '../support/klaxon-process.ts';
import { type ChannelUnderTest, slackUnderTest } from './channels-under-test.ts';

let database: TestDatabase;
let channel: ChannelUnderTest;
let api: KlaxonProcess;
let env: Record<string, string>;

beforeAll(async () => {
  database = await createTestDatabase();
  channel = await slackUnderTest();
  env = { DATABASE_URL: database.url, ...channel.env };
  api = await startKlaxon(env, 'api');
});

afterAll(async () => {
  await api?.end('SIGTERM');
  await channel?.close();
  await database?.drop();
});

test('what a worker that stood still for a minute says late changes nothing', async () => {
  const klaxon = createKlaxonClient({ baseUrl: api.url });
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
