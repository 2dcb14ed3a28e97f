import { describe, expect, test } from '@jest/globals';
import { describeDelivery } from './describe-delivery.ts';
import type { Delivery } from './merge-timeline.ts';

const SENT: Delivery = {
  id: 'delivery',
  incident_id: 'incident',
  event_id: 'event',
  channel_id: 'env:slack',
  kind: 'created',
  status: 'sent',
  reason: 'It has no rules, so it hears everything.',
  superseded_because: null,
  attempts: 1,
  last_error: null,
  next_attempt_at: null,
  in_hand_since: null,
  bundled_into_id: null,
  provider_id: '1764.23',
  created_at: '2026-11-26T12:00:00.000Z',
  settled_at: '2026-11-26T12:00:00.400Z',
};

const told = (part: Partial<Delivery>) => describeDelivery({ ...SENT, ...part }, 'Slack');

describe('a delivery in words', () => {
  test('says who was told of what, what the provider answered, and why', () => {
    expect(told({})).toEqual({
      title: 'Slack was told: opened',
      lines: [
        '1 attempt, at once',
        'The provider calls it 1764.23',
        'Why: It has no rules, so it hears everything.',
      ],
    });
  });

  test('says what failed, how often and for how long', () => {
    const failed = told({
      status: 'failed',
      attempts: 3,
      last_error: 'Slack answered HTTP 404.',
      provider_id: null,
      settled_at: '2026-11-26T12:02:05.000Z',
    });
    expect(failed.title).toBe('Slack could not be told: opened');
    expect(failed.lines.slice(0, 2)).toEqual([
      '3 attempts, within 2\u00a0min 5\u00a0s',
      'The last attempt failed: Slack answered HTTP 404.',
    ]);
  });

  test('says when the next attempt is', () => {
    const waiting = told({
      status: 'queued',
      attempts: 2,
      settled_at: null,
      next_attempt_at: '2026-11-26T12:01:00.000Z',
    });
    expect(waiting.title).toBe('Slack is not told yet: opened');
    expect(waiting.lines).toContain('2 attempts');
    expect(waiting.lines).toContainEqual(expect.stringMatching(/^Tried again at /));
  });

  test('says why somebody was not told, and of bundles', () => {
    const superseded = told({
      status: 'superseded',
      attempts: 0,
      superseded_because: 'The incident is resolved.',
      bundled_into_id: 'other',
      provider_id: null,
    });
    expect(superseded).toEqual({
      title: 'Slack was not told: opened',
      lines: ['Told together with others in one message', 'Why: The incident is resolved.'],
    });
  });
});
