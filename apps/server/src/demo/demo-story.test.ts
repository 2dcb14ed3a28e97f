import { describe, expect, test } from '@jest/globals';
import { readPayload } from '@klaxon/adapters';
import { HOUR } from '@klaxon/domain';
import type { DemoStep } from './demo-step.ts';
import { demoStory } from './demo-story.ts';
import { seededRandom } from './seeded-random.ts';

const NOW = Date.parse('2026-11-24T12:00:00.000Z');
const FROM = NOW - 30 * 24 * HOUR;

const { past, future } = demoStory(FROM, NOW, seededRandom(7));
const all = [...past, ...future];

function of<Kind extends DemoStep['kind']>(kind: Kind) {
  return all.filter((step): step is Extract<DemoStep, { kind: Kind }> => step.kind === kind);
}

/** What Klaxon takes in of all the payloads, and what it refuses. */
const reports = of('report').map(({ body }) => readPayload(body));
const alerts = reports.flatMap(({ report }) => report.alerts);

describe('the story of the demo', () => {
  test('is a month of outages in the order in which they happened', () => {
    const times = all.map(({ at }) => at);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(times.every(Number.isInteger)).toBe(true);
    expect(times[0]).toBeGreaterThanOrEqual(FROM);
    expect(past.at(-1)?.at).toBeLessThanOrEqual(NOW);
    expect(future[0]?.at).toBeGreaterThan(NOW);
    expect(new Set(all.map(({ service }) => service)).size).toBeGreaterThan(12);
    expect(of('report').length).toBeGreaterThan(250);
  });

  test('has people in it, who leave the noise alone', () => {
    const answered = of('acknowledge');
    expect(answered.length).toBeGreaterThan(40);
    const noise = answered.filter(({ service }) => service === 'mail-relay');
    expect(noise.length).toBeLessThan(5);
  });

  test('is the same for the same seed, and another for another', () => {
    expect(demoStory(FROM, NOW, seededRandom(7))).toEqual({ past, future });
    expect(demoStory(FROM, NOW, seededRandom(8))).not.toEqual({ past, future });
  });

  test('has something of all that a person can meet', () => {
    for (const kind of ['create', 'note', 'snooze', 'merge', 'resolve'] as const)
      expect(of(kind).length).toBeGreaterThan(0);
    expect(reports.flatMap(({ rejected }) => rejected)).toHaveLength(2);
    expect(Math.max(...reports.map(({ report }) => report.alerts.length))).toBe(300);
  });

  test('has labels in it that would break a page which takes them for more than text', () => {
    const texts = alerts.flatMap(({ labels }) => Object.values(labels));
    expect(texts).toContain(`<script>alert('klaxon')</script>`);
    expect(texts.some((text) => text.includes('\u202e'))).toBe(true);
    expect(texts.some((text) => text.length > 500 && !text.includes(' '))).toBe(true);
  });

  test('ends what it told of as the present', () => {
    const over = new Set(future.map(({ service }) => service));
    for (const service of ['checkout', 'payments', 'search', 'edge-probes'])
      expect(over).toContain(service);
  });
});
