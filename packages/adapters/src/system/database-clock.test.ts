import { expect, test } from '@jest/globals';
import { databaseClock } from './database-clock.ts';

const HOUR_MS = 3_600_000;

/** What a database answers whose clock is `ahead` of this machine's, after `took`. */
function sample(ahead: number, took = 2, askedAt = performance.now()) {
  const machineNow = Date.now() + (askedAt - performance.now());
  return { databaseNow: machineNow + took / 2 + ahead, askedAt, answeredAt: askedAt + took };
}

test.each([HOUR_MS, -HOUR_MS, 0])('it is the database’s, %d ms ahead of the machine’s', (ahead) => {
  const clock = databaseClock(sample(ahead));
  expect(Math.abs(clock.now() - Date.now() - ahead)).toBeLessThan(50);
  expect(Math.abs(clock.ahead() + ahead)).toBeLessThan(50);
});

test('a later answer corrects it', () => {
  const clock = databaseClock(sample(0));
  clock.learn(sample(HOUR_MS));
  expect(Math.abs(clock.now() - Date.now() - HOUR_MS)).toBeLessThan(50);
});

test('it does not go back by what answers differ in, but by a real leap of the database’s clock', () => {
  const clock = databaseClock(sample(0));
  const first = clock.now();
  clock.learn(sample(-500));
  expect(clock.now()).toBe(first);
  clock.learn(sample(-HOUR_MS));
  expect(clock.now()).toBeLessThan(first - HOUR_MS / 2);
});

test('an answer that took long counts only where there was no better one for a while', () => {
  const clock = databaseClock(sample(0));
  clock.learn(sample(HOUR_MS, 5_000));
  expect(Math.abs(clock.now() - Date.now())).toBeLessThan(50);
  clock.learn(sample(HOUR_MS, 5_000, performance.now() + 60_000));
  expect(clock.now() - Date.now()).toBeGreaterThan(HOUR_MS / 2);
});
