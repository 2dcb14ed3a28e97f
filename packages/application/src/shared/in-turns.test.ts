import { expect, test } from '@jest/globals';
import { eachInSteps } from '@klaxon/domain';
import { inTurns } from './in-turns.ts';

test('what has arrived is served between the steps of a long calculation', async () => {
  const order: string[] = [];
  const items = Array.from({ length: 2_500 }, (_, index) => index);
  setImmediate(() => order.push('served'));
  await inTurns(
    eachInSteps(items, (item) => {
      if (item % 1_000 === 0) order.push(`step ${item / 1_000}`);
    }),
  );
  expect(order).toEqual(['step 0', 'served', 'step 1', 'step 2']);
});
