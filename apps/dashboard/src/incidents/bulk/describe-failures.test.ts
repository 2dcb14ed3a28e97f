import { expect, test } from '@jest/globals';
import { describeFailures } from './describe-failures.ts';

test('failures are told by their reasons', () => {
  const failures = [
    { incident: { number: 7 }, why: 'The server is busy.' },
    { incident: { number: 8 }, why: 'It is already resolved.' },
    { incident: { number: 9 }, why: 'The server is busy.' },
  ];
  expect(describeFailures(failures)).toBe(
    '#7, #9: The server is busy. #8: It is already resolved.',
  );
});
