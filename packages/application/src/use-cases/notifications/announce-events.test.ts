import { expect, test } from '@jest/globals';
import { idOf, makeStage } from '@klaxon/testing';
import { makeAnnounceEvents } from './announce-events.ts';

test('every event becomes one job a channel, so that no channel waits for another', async () => {
  const { database } = makeStage();
  await makeAnnounceEvents(database.unitOfWork, ['slack', 'email'])([idOf(1), idOf(2)]);
  expect(database.jobs.map((job) => job.payload)).toEqual([
    { eventId: idOf(1), channel: 'slack', attempt: 1 },
    { eventId: idOf(1), channel: 'email', attempt: 1 },
    { eventId: idOf(2), channel: 'slack', attempt: 1 },
    { eventId: idOf(2), channel: 'email', attempt: 1 },
  ]);
});

test('a job that runs twice, because its worker was killed, adds each message once', async () => {
  const { database } = makeStage();
  const announce = makeAnnounceEvents(database.unitOfWork, ['slack']);
  await announce([idOf(1)]);
  await announce([idOf(1)]);
  expect(database.jobs).toHaveLength(1);
});

test('without channels there is nothing to do', async () => {
  const { database } = makeStage();
  await makeAnnounceEvents(database.unitOfWork, [])([idOf(1)]);
  expect(database.jobs).toEqual([]);
});
