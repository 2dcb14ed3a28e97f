import { expect, test } from '@jest/globals';
import { HOUR, MINUTE } from '@klaxon/domain';
import { alertReport, incomingAlert, makeStage, resolvedAlert } from '@klaxon/testing';
import { makeMarkStaleIncidents } from './mark-stale-incidents.ts';

const alert = incomingAlert();

async function withIncident() {
  const stage = makeStage();
  await stage.ingest(alertReport([alert]));
  return { ...stage, markStale: makeMarkStaleIncidents(stage.tools, HOUR) };
}

test('an incident whose alerts were not heard of is marked stale, once, and not resolved', async () => {
  const { markStale, incidents, clock, story } = await withIncident();
  clock.advance(HOUR);
  await markStale();
  expect(incidents()[0]?.staleSince).toBeNull();
  clock.advance(1);
  await markStale();
  await markStale();
  expect(incidents()[0]).toMatchObject({ status: 'open', staleSince: clock.now() });
  expect(story(incidents()[0])).toEqual(['opened', 'went_stale']);
});

test('it is so no longer when its alerts are heard of again', async () => {
  const { markStale, incidents, clock, ingest, story } = await withIncident();
  clock.advance(2 * HOUR);
  await markStale();
  await ingest(alertReport([alert]));
  expect(incidents()[0]?.staleSince).toBeNull();
  clock.advance(30 * MINUTE);
  await markStale();
  expect(story(incidents()[0])).toEqual(['opened', 'went_stale', 'heard_again']);
});

test('a resolved incident does not go stale', async () => {
  const { markStale, incidents, clock, ingest } = await withIncident();
  await ingest(alertReport([resolvedAlert(alert)]));
  clock.advance(2 * HOUR);
  await markStale();
  expect(incidents()[0]).toMatchObject({ status: 'resolved', staleSince: null });
});
