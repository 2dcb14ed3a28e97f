import { describe, expect, test } from '@jest/globals';
import { type Delivery, mergeTimeline, type TimelineEvent } from './merge-timeline.ts';

const at = (second: number) => `2026-11-26T12:00:${String(second).padStart(2, '0')}.000Z`;

const event = (version: number, second: number): TimelineEvent => ({
  id: `event-${version}`,
  incident_id: 'incident',
  version,
  type: 'note_added',
  actor: { kind: 'person', id: 'ada', name: 'Ada' },
  reason: 'Note added.',
  data: {},
  at: at(second),
});

const delivery = (id: string, second: number): Delivery => ({
  id,
  incident_id: 'incident',
  event_id: 'event-1',
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
  provider_id: null,
  created_at: at(second),
  settled_at: at(second + 1),
});

const whole = <T>(...items: T[]) => ({ items, complete: true });
const part = <T>(...items: T[]) => ({ items, complete: false });

function merged(...lists: Parameters<typeof mergeTimeline>) {
  const { entries, behind } = mergeTimeline(...lists);
  const names = entries.map((entry) =>
    entry.kind === 'event' ? entry.event.version : entry.delivery.id,
  );
  return { names, behind };
}

describe('a timeline', () => {
  test('puts what happened and who was told in one order, newest first', () => {
    const events = whole(event(1, 0), event(2, 10), event(3, 20));
    expect(merged(events, whole(delivery('b', 12), delivery('a', 1)))).toEqual({
      names: [3, 'b', 2, 'a', 1],
      behind: null,
    });
  });

  test('puts what happened at once in the order it was decided, and the telling after it', () => {
    const events = whole(event(1, 0), event(2, 0));
    const { names } = merged(events, whole(delivery('a', 0), delivery('b', 0)));
    expect(names).toEqual(['b', 'a', 2, 1]);
  });

  test('goes back no further than its events are known', () => {
    const events = part(event(7, 30), event(8, 40));
    expect(merged(events, whole(delivery('b', 32), delivery('a', 5)))).toEqual({
      names: [8, 'b', 7],
      behind: 'events',
    });
  });

  test('goes back no further than its deliveries are known', () => {
    const events = whole(event(1, 0), event(2, 40));
    expect(merged(events, part(delivery('c', 41), delivery('b', 30)))).toEqual({
      names: ['c', 2, 'b'],
      behind: 'deliveries',
    });
  });

  test('shows nothing before both lists have come', () => {
    expect(merged(part(), whole(delivery('a', 1)))).toEqual({ names: [], behind: 'events' });
    expect(merged(whole(event(1, 0)), part())).toEqual({ names: [], behind: 'deliveries' });
  });

  test('is the same in pieces as in one', () => {
    const events = [1, 2, 3, 4, 5, 6].map((version) => event(version, version * 5));
    const deliveries = [9, 8, 4, 2].map((n) => delivery(`d${n}`, n * 3));
    const all = merged(whole(...events), whole(...deliveries)).names;
    const piece = merged(part(...events.slice(3)), part(...deliveries.slice(0, 2))).names;
    expect(piece.length).toBeGreaterThan(0);
    expect(all.slice(0, piece.length)).toEqual(piece);
  });
});
