import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import type { LiveEvent } from './event-stream.ts';
import { makeRinger } from './ringer.ts';

let heard: string[];
let ring: ReturnType<typeof makeRinger>;

beforeEach(() => {
  jest.useFakeTimers();
  heard = [];
  ring = makeRinger(() => ({
    sound: () => heard.push('beep'),
    show: (text, incidentId) => heard.push(`${text} → ${incidentId}`),
  }));
});
afterEach(() => {
  jest.useRealTimers();
});

const event = (number: number, part: Partial<LiveEvent> = {}): LiveEvent => ({
  incident_id: `incident-${number}`,
  version: 1,
  type: 'opened',
  at: '2026-11-26T12:00:00.000Z',
  number,
  severity: 'critical',
  title: 'Customers cannot pay',
  status: 'open',
  ...part,
});

test('rings at once for an incident that opens, and leads to it', () => {
  ring(event(7));
  expect(heard).toEqual(['beep', '#7 critical: Customers cannot pay → incident-7']);
});

test('rings once for all that open soon after', () => {
  for (let number = 1; number <= 200; number += 1) ring(event(number));
  expect(heard).toHaveLength(2);
  jest.advanceTimersByTime(5_000);
  expect(heard.slice(2)).toEqual(['beep', '199 incidents opened → null']);
  jest.advanceTimersByTime(60_000);
  expect(heard).toHaveLength(4);
});

test('rings for what is open still, and for nothing else', () => {
  ring(event(1, { status: 'resolved' }));
  ring(event(2, { type: 'note_added' }));
  expect(heard).toEqual([]);
  ring(event(3, { type: 'reopened' }));
  expect(heard[0]).toBe('beep');
});
