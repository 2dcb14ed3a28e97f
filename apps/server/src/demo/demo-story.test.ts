import { describe, expect, test } from '@jest/globals';
import { demoStory, seededRandom } from './demo-story.ts';

const DAY = 24 * 60 * 60_000;
const NOW = Date.parse('2026-11-24T12:00:00.000Z');
const FROM = NOW - 30 * DAY;

describe('the story of the demo', () => {
  const story = demoStory(FROM, NOW, seededRandom(7));

  test('is a month of outages in the order in which they happened', () => {
    const times = story.map(({ at }) => at);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(times[0]).toBeGreaterThanOrEqual(FROM);
    expect(times.at(-1)).toBeLessThanOrEqual(NOW);
    expect(new Set(story.map(({ service }) => service)).size).toBeGreaterThan(6);
    expect(story.filter(({ kind }) => kind === 'alerts').length).toBeGreaterThan(150);
  });

  test('has people in it, who leave the noise alone', () => {
    const answered = story.filter(({ kind }) => kind === 'acknowledge');
    expect(answered.length).toBeGreaterThan(30);
    const noise = answered.filter(({ service }) => service === 'mail-relay');
    expect(noise.length).toBeLessThan(5);
  });

  test('is the same for the same seed, and another for another', () => {
    expect(demoStory(FROM, NOW, seededRandom(7))).toEqual(story);
    expect(demoStory(FROM, NOW, seededRandom(8))).not.toEqual(story);
  });
});
