import { describe, expect, test } from '@jest/globals';
import { describeEvent } from './describe-event.ts';
import type { TimelineEvent } from './merge-timeline.ts';

const ADA = { kind: 'person', id: 'user-1' } as const;
const KLAXON = { kind: 'system', id: null } as const;
const PEOPLE: Readonly<Record<string, string>> = { 'user-1': 'Ada', 'user-2': 'Grace' };
const names = {
  person: (id: string) => PEOPLE[id] ?? id,
  channel: (id: string) => (id === 'env:slack' ? 'Slack' : id),
};

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
  return describeEvent(event, names);
}

describe('an event in words', () => {
  test.each([
    [{ type: 'opened', actor: ADA }, 'Opened by Ada'],
    [{ type: 'opened', actor: KLAXON, reason: 'An alert fired.' }, 'Opened: An alert fired.'],
    [{ type: 'acknowledged', actor: ADA, data: { assignee: 'user-1' } }, 'Acknowledged by Ada'],
    [
      { type: 'acknowledged', actor: ADA, data: { assignee: 'user-2' } },
      'Acknowledged by Ada; Grace has it',
    ],
    [{ type: 'assigned', actor: ADA, data: { assignee: 'user-2' } }, 'Assigned to Grace by Ada'],
    [{ type: 'assigned', actor: ADA, data: { assignee: null } }, 'Assigned to nobody by Ada'],
    [
      { type: 'severity_changed', actor: ADA, data: { from: 'low', to: 'high' } },
      'Severity changed from low to high by Ada',
    ],
    [{ type: 'severity_changed', actor: KLAXON }, 'The reason.'],
    [{ type: 'resolved', actor: ADA, data: { resolution: 'person' } }, 'Resolved by Ada'],
    [{ type: 'resolved', actor: KLAXON, data: { resolution: 'alerts' } }, 'Resolved: The reason.'],
    [{ type: 'reopened', actor: KLAXON }, 'Reopened: The reason.'],
    [{ type: 'snooze_ended', actor: ADA }, 'Snooze ended by Ada'],
    [{ type: 'alerts_joined', actor: KLAXON }, 'The reason.'],
    [{ type: 'note_added', actor: { kind: 'integration', id: 'key' } }, 'Note by an integration'],
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
});
