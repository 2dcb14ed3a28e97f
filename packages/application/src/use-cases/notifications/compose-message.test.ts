import { expect, test } from '@jest/globals';
import { makeAcknowledgeIncident } from '@klaxon/application';
import { MINUTE } from '@klaxon/domain';
import {
  alertReport,
  incomingAlert,
  makeNotificationStage,
  resolvedAlert,
  userRecord,
} from '@klaxon/testing';

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
  await stage.ingest(alertReport([first, second]));
  await stage.work();
  await stage.ingest(alertReport([resolvedAlert(first), second]));
  await stage.ingest(alertReport([resolvedAlert(first), resolvedAlert(second)]));
  await stage.work();
  expect(slack.messages.map(({ kind, links }) => [kind, links])).toEqual([
    ['created', [SOURCE]],
    ['resolved', [SOURCE]],
  ]);

  await stage.ingest(alertReport([{ ...second, startsAt: stage.clock.now() }]));
  await stage.workFor(MINUTE);
  expect(slack.messages.at(-1)).toMatchObject({ kind: 'reopened', links: [RUNBOOK, SOURCE] });
});

test('a message names who works on it, not by an id', async () => {
  const stage = makeNotificationStage();
  const slack = stage.channels.set('slack');
  const ada = userRecord();
  await stage.tools.unitOfWork.run((tx) => tx.users.insert(ada));
  await stage.ingest(alertReport());
  await makeAcknowledgeIncident(stage.tools)({
    incidentId: stage.incidents()[0]?.id ?? '',
    actor: { kind: 'person', id: ada.id, name: ada.name },
    assigneeId: ada.id,
  });
  await stage.work();
  expect(slack.messages.at(-1)).toMatchObject({
    kind: 'acknowledged',
    reason: 'Acknowledged by Ada.',
    assigneeId: ada.id,
    assigneeName: 'Ada',
  });
});

test('a message says when that happened which it tells of', async () => {
  const stage = makeNotificationStage();
  const slack = stage.channels.set('slack');
  await stage.ingest(alertReport());
  const then = stage.clock.now();
  stage.clock.advance(MINUTE / 2);
  await stage.work();
  expect(slack.messages[0]?.at).toBe(then);
});
