import { expect, test } from '@jest/globals';
import { DAY } from '@klaxon/domain';
import { alertReport, makeStage } from '@klaxon/testing';
import { makeIngestAlerts } from './ingest-alerts.ts';
import { makePruneRejectedAlerts } from './prune-rejected-alerts.ts';

function stageWithRejected() {
  const stage = makeStage();
  const ingest = makeIngestAlerts(stage.database.ingestStore, stage.planning);
  return {
    ...stage,
    prune: makePruneRejectedAlerts(stage.tools),
    reject: (count: number) => {
      const rejected = { source: 'alertmanager', path: 'body', reason: 'is not JSON', raw: '' };
      return ingest({
        report: alertReport(),
        rejected: Array.from({ length: count }, () => rejected),
      });
    },
    kept: async () =>
      (await stage.database.alertQueries.rejected({ limit: 1, offset: 0, cursor: null })).total,
  };
}

test('rejected alerts are kept for thirty days', async () => {
  const { reject, prune, kept, clock } = stageWithRejected();
  await reject(3);
  clock.advance(30 * DAY);
  await reject(2);
  await prune();
  expect(await kept()).toBe(5);
  clock.advance(1);
  await prune();
  expect(await kept()).toBe(2);
});

test('of any number the newest 10,000 are kept', async () => {
  const { reject, prune, kept } = stageWithRejected();
  for (let round = 0; round < 3; round += 1) await reject(9_000);
  await prune();
  expect(await kept()).toBe(10_000);
});
