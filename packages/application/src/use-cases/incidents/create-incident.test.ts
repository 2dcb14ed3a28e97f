import { expect, test } from '@jest/globals';
import { ALICE, makeStage } from '@klaxon/testing';
import { makeCreateIncident } from './create-incident.ts';

const wanted = {
  actor: ALICE,
  title: 'The shop is closed',
  description: null,
  severity: 'critical',
  labels: { service: 'shop' },
  assigneeId: 'alice',
} as const;

test('an incident made by hand is open, numbered, without a group, and told', async () => {
  const { tools, database, clock, story } = makeStage();
  const incident = await makeCreateIncident(tools)(wanted);
  const { actor: _, ...given } = wanted;
  expect(incident).toMatchObject({
    ...given,
    status: 'open',
    groupKey: null,
    number: 1,
    createdAt: clock.now(),
  });
  expect(database.incidents).toEqual([incident]);
  expect(story(incident)).toEqual(['opened']);
  expect(database.eventsOf(incident.id)).toMatchObject([
    { actor: ALICE, reason: 'Created by alice.' },
  ]);
  expect(database.jobs).toMatchObject([{ name: 'announce_events' }]);
});

test('two incidents of the same words are two', async () => {
  const { tools } = makeStage();
  const create = makeCreateIncident(tools);
  const both = [await create(wanted), await create(wanted)];
  expect(both.map(({ number }) => number)).toEqual([1, 2]);
});
