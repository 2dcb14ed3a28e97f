import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { SecuredKlaxon } from '../support/secured-klaxon.ts';
import { type ChannelUnderTest, emailUnderTest, slackUnderTest } from './channels-under-test.ts';
import { killWorkerAt, STEPS } from './kill-worker.ts';

describe.each([
  ['e-mail', emailUnderTest],
  ['Slack', slackUnderTest],
])('a worker that is killed while it tells %s', (_name, makeChannel) => {
  let channel: ChannelUnderTest;
  let klaxon: SecuredKlaxon;

  beforeAll(async () => {
    channel = await makeChannel();
    klaxon = await SecuredKlaxon.start(channel.env, 'api');
  });

  afterAll(async () => {
    await klaxon?.stop();
    await channel?.close();
  });

  test.each(STEPS)('%s: every message comes, twice at the most, within 10 s', async (step) => {
    const report = await killWorkerAt(step, { klaxon, channel });
    expect(report).toMatchObject({ missing: 0, worse: 0 });
    expect(report.resumedAfterMs).toBeLessThan(10_000);
  });
});
