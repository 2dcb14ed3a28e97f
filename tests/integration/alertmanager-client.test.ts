import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { httpAlertmanagerClient } from '@klaxon/adapters';
import {
  type AlertmanagerProcess,
  findAlertmanager,
  startAlertmanager,
} from '../support/alertmanager-process.ts';
import { eventually } from '../support/eventually.ts';

const program = findAlertmanager();
const withAlertmanager = program === null ? describe.skip : describe;

withAlertmanager('asking a real Alertmanager what it knows', () => {
  let alertmanager: AlertmanagerProcess;

  beforeAll(async () => {
    alertmanager = await startAlertmanager(program ?? '', 'http://127.0.0.1:1/nowhere');
  });

  afterAll(() => alertmanager.stop());

  test('a silenced alert is known but not active', async () => {
    const client = httpAlertmanagerClient({ urls: [new URL(alertmanager.url)], timeoutMs: 5_000 });
    await alertmanager.post([{ labels: { alertname: 'A' } }, { labels: { alertname: 'B' } }]);
    await alertmanager.silence('alertname', 'B');
    const view = await eventually(async () => {
      const [current] = await client.views();
      return current?.fingerprints.size === 2 && current.active.size === 1 ? current : null;
    });
    const minutesAgo = (performance.timeOrigin + performance.now() - view.startedAt) / 60_000;
    expect(minutesAgo).toBeGreaterThanOrEqual(0);
    expect(minutesAgo).toBeLessThan(2);
  });

  test('that it is there costs it none of its alerts', async () => {
    const client = httpAlertmanagerClient({ urls: [new URL(alertmanager.url)], timeoutMs: 5_000 });
    await expect(client.probe()).resolves.toBeUndefined();
  });

  test('one that cannot be reached is told by its address, without credentials', async () => {
    const urls = [new URL(alertmanager.url), new URL('http://user:hunter2@127.0.0.1:1')];
    const client = httpAlertmanagerClient({ urls, timeoutMs: 5_000 });
    await expect(client.views()).rejects.toMatchObject({
      kind: 'unavailable',
      message: expect.stringMatching(/^(?!.*hunter2).*127\.0\.0\.1:1 cannot be asked/),
    });
  });
});
