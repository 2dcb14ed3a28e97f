import { describe, expect, test } from '@jest/globals';
import { noiseHint, noiseShare } from './noise-hint.ts';

const alert = (incidents: number, unacknowledged: number, median_seconds: number | null) => ({
  alertname: 'HighMemory',
  service: 'checkout',
  incidents,
  unacknowledged,
  median_seconds,
});

describe('what to do about a noisy alert', () => {
  test.each([
    ['that came twice', alert(2, 2, 30), /^Too few/],
    ['that people acknowledge', alert(10, 4, 30), /^Mostly acknowledged/],
    ['that is over in no time', alert(10, 9, 240), /over after 4\u00a0min .* “for” longer/],
    ['that is often left alone', alert(10, 6, 7_200), /^Often left alone/],
    ['that nobody acts on', alert(10, 9, 7_200), /^Nobody acts on it/],
    ['that never ends', alert(10, 10, null), /^Nobody acts on it/],
  ])('%s', (_name, noisy, hint) => {
    expect(noiseHint(noisy)).toMatch(hint);
  });
});

test('the share is in whole percent', () => {
  expect(noiseShare(alert(3, 2, null))).toBe(67);
  expect(noiseShare(alert(0, 0, null))).toBe(0);
});
