import { describe, expect, test } from '@jest/globals';
import { describeEvent } from './describe-event.ts';
import type { TimelineEvent } from './merge-timeline.ts';

const ADA = { kind: 'person', id: 'user-1', name: 'Ada' } as const;
const KLAXON = { kind: 'system', id: null, name: null } as const;
const channelName = (id: string) => (id === 'env:slack' ? 'Slack' : id);

function told(part: Pick<TimelineEvent, 'type' | 'actor'> & Partial<TimelineEvent>) {
  const event: TimelineEvent = {
    id: 'event',
    incident_id: 'incident',
    version: 2,
    reason: 'The reason.',
    data: {},
    at: '2026-11-26T12:00:00.000Z',
    ...part,
  };
  return describeEvent(event, channelName);
}

describe('an event in words', () => {
  test.each([
    [{ type: 'opened', actor: KLAXON, reason: 'An alert fired.' }, 'An alert fired'],
    [
      { type: 'acknowledged', actor: ADA, reason: 'Acknowledged by Ada, assigned to Grace.' },
      'Acknowledged by Ada, assigned to Grace',
    ],
    [{ type: 'assigned', actor: ADA, reason: 'Assigned to Grace.' }, 'Assigned to Grace by Ada'],
    [
      { type: 'severity_changed', actor: KLAXON, reason: 'Severity changed from low to high.' },
      'Severity changed from low to high',
    ],
    [{ type: 'title_changed', actor: ADA, reason: 'Title changed.' }, 'Title changed by Ada'],
    [{ type: 'alerts_joined', actor: KLAXON }, 'The reason'],
    [
      { type: 'note_added', actor: { kind: 'integration', id: 'api-key:CI', name: 'api-key:CI' } },
      'Note by api-key:CI',
    ],
  ] as const)('%j reads %s', (part, title) => {
    expect(told(part).title).toBe(title);
  });

  test('brings what a person wrote along as it was written', () => {
    const data = { text: 'One\n<b>two</b>' };
    expect(told({ type: 'note_added', actor: ADA, data })).toEqual({
      title: 'Note by Ada',
      body: 'One\n<b>two</b>',
    });
  });

  test('names the channel that could not be told', () => {
    const data = { channel: 'env:slack', about: 'created', error: 'Slack answered HTTP 404.' };
    expect(told({ type: 'notification_failed', actor: KLAXON, data })).toEqual({
      title: 'Slack could not be told',
      body: 'Slack answered HTTP 404.',
    });
  });

  test('leads to the other incident of a merge', () => {
    const ids = [
      told({ type: 'merged', actor: ADA, data: { into: 'other' } }).incidentId,
      told({ type: 'absorbed', actor: ADA, data: { source: 'gone' } }).incidentId,
    ];
    expect(ids).toEqual(['other', 'gone']);
  });

  test('holds what is no text for nothing', () => {
    const data = { text: { html: '<b>' } };
    expect(told({ type: 'note_added', actor: ADA, data }).body).toBe('');
  });

  test('that only a newer Klaxon knows is its reason', () => {
    const event = { type: 'unknown', actor: KLAXON, data: { name: 'escalated' } } as const;
    expect(told(event)).toEqual({ title: 'The reason' });
  });
});
