import { expect, test } from '@jest/globals';
import { MINUTE } from '@klaxon/domain';
import { delivery, incomingAlert, makeNotificationStage, resolvedAlert } from '@klaxon/testing';

const RUNBOOK = { label: 'Runbook', url: 'https://runbooks.test/latency' };
const SOURCE = { label: 'Source', url: 'http://prometheus.test/graph' };

function firing(instance: string, annotations: Record<string, string> = {}) {
  return incomingAlert({ labels: { instance }, annotations });
}

test('a message links to what the first alert that fires says, also once all have ended', async () => {
  const stage = makeNotificationStage();
  const slack = stage.channels.set('slack');
  const first = firing('a', { runbook_url: 'javascript:alert(1)' });
  const second = firing('b', { runbook_url: RUNBOOK.url });
  await stage.ingest(delivery([first, second]));
  await stage.work();
  await stage.ingest(delivery([resolvedAlert(first), second]));
  await stage.ingest(delivery([resolvedAlert(first), resolvedAlert(second)]));
  await stage.work();
  expect(slack.messages.map(({ kind, links }) => [kind, links])).toEqual([
    ['created', [SOURCE]],
    ['resolved', [SOURCE]],
  ]);

  await stage.ingest(delivery([{ ...second, startsAt: stage.clock.now() }]));
  await stage.workFor(MINUTE);
  expect(slack.messages.at(-1)).toMatchObject({ kind: 'reopened', links: [RUNBOOK, SOURCE] });
});

test('a message says when that happened which it tells of', async () => {
  const stage = makeNotificationStage();
  const slack = stage.channels.set('slack');
  await stage.ingest(delivery());
  const then = stage.clock.now();
  stage.clock.advance(MINUTE / 2);
  await stage.work();
  expect(slack.messages[0]?.at).toBe(then);
});
