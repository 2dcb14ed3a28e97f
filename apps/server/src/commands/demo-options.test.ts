import { expect, test } from '@jest/globals';
import { readDemoOptions } from './demo-options.ts';

test('a demo is a month until now, unless somebody wants another', () => {
  expect(readDemoOptions([])).toEqual({ seed: 7, days: 30, at: null, quiet: false });
  expect(
    readDemoOptions(['--days', '2', '--seed=9', '--at', '2026-11-24T13:00:00+01:00', '--quiet']),
  ).toEqual({ seed: 9, days: 2, at: Date.UTC(2026, 10, 24, 12), quiet: true });
});

test.each([
  '--days=0',
  '--days=91',
  '--days=1.5',
  '--days=',
  '--seed=x',
  '--seed=-1',
  '--at=yesterday',
  '--at=2026-13-40T00:00:00Z',
  '--at=2026-11-24',
])('%s is no way to call it', (flag) => {
  expect(readDemoOptions([flag])).toBeNull();
});
