import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type KlaxonProcess, startKlaxon } from '../support/klaxon-process.ts';
import { type ChannelUnderTest, emailUnderTest, slackUnderTest } from './channels-under-test.ts';
import { killWorkerAt, STEPS } from './kill-worker.ts';

describe.each([
  ['e-mail', emailUnderTest],
  ['Slack', slackUnderTest],
])('a worker that is killed while it tells %s', (_name, makeChannel) => {
  let database: TestDatabase;
  let channel: ChannelUnderTest;
  let api: KlaxonProcess;
  let env: Record<string, string>;

  beforeAll(async () => {
    database = await createTestDatabase();
    channel = await makeChannel();
    env = { DATABASE_URL: database.url, ...channel.env };
    api = await startKlaxon(env, 'api');
  });

  afterAll(async () => {
    await api?.end('SIGTERM');
    await channel?.close();
    await database?.drop();
  });

  test.each(STEPS)('%s: every message comes, twice at the most, within 10 s', async (step) => {
    const report = await killWorkerAt(step, {
      databaseUrl: database.url,
      apiUrl: api.url,
      channel,
      env,
    });
    expect(report).toMatchObject({ missing: 0, worse: 0 });
    expect(report.resumedAfterMs).toBeLessThan(10_000);
  });
});
