import { expect, test } from '@jest/globals';
import {
  asLocal,
  InMemoryChannels,
  InMemoryDatabase,
  MovableClock,
  SequentialIds,
} from '@klaxon/testing';
import { makeTestChannel } from './test-channel.ts';

function setUp() {
  const directory = new InMemoryChannels();
  const { unitOfWork } = new InMemoryDatabase();
  const tools = { unitOfWork, directory, clock: new MovableClock(), ids: new SequentialIds() };
  return { directory, testChannel: asLocal(makeTestChannel(tools)) };
}

test('a test message says that it is one, and leads to no incident', async () => {
  const { directory, testChannel } = setUp();
  const notifier = directory.set('env:slack');
  expect(await testChannel({ channelId: 'env:slack' })).toMatchObject({ result: 'sent' });
  expect(notifier.messages).toMatchObject([
    { headline: '🔔 Test Message', title: 'This is a test message', isTest: true, url: null },
  ]);
});

test('what the provider says is the answer', async () => {
  const { directory, testChannel } = setUp();
  const refusal = { result: 'failed', error: 'invalid_auth' } as const;
  directory.set('env:slack').answer(refusal);
  expect(await testChannel({ channelId: 'env:slack' })).toEqual(refusal);
});

test('a channel that is gone is not found, and one that is disabled says so', async () => {
  const { directory, testChannel } = setUp();
  await expect(testChannel({ channelId: 'env:slack' })).rejects.toMatchObject({
    kind: 'not-found',
  });
  directory.set('env:slack', { enabled: false });
  await expect(testChannel({ channelId: 'env:slack' })).rejects.toMatchObject({ kind: 'conflict' });
});
