import { type Static, Type } from 'typebox';
import { component, id, nullableText, ref, time } from './component.ts';
import { pageOf } from './list.ts';

export const IncidentEventType = component(
  'IncidentEventType',
  Type.Enum(
    [
      'opened',
      'alerts_joined',
      'alerts_returned',
      'alerts_resolved',
      'alerts_unconfirmed',
      'acknowledged',
      'assigned',
      'title_changed',
      'description_changed',
      'severity_changed',
      'resolved',
      'reopened',
      'merged',
      'absorbed',
      'note_added',
      'snoozed',
      'snooze_ended',
      'went_stale',
      'heard_again',
      'notification_failed',
      'unknown',
    ],
    { type: 'string', description: 'What happened to an incident.' },
  ),
);

export const Actor = component(
  'Actor',
  Type.Object(
    {
      kind: Type.Enum(['person', 'integration', 'system'], { type: 'string' }),
      id: nullableText({ description: 'Null for Klaxon itself.' }),
      name: nullableText({ description: 'What people call them now; null for Klaxon itself.' }),
    },
    {
      description: 'Who did it. `system` is Klaxon itself, acting on what alerts and clocks tell.',
    },
  ),
);

const example = {
  id: '0199f3a7-aa18-7e0d-8c44-6b2f9d1e5a70',
  incident_id: '0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d10',
  version: 4,
  type: 'acknowledged',
  actor: { kind: 'person', id: '0199f3a0-11aa-7c3d-9e21-4d5f6a7b8c90', name: 'Ada' },
  reason: 'Acknowledged by Ada.',
  data: {
    by: '0199f3a0-11aa-7c3d-9e21-4d5f6a7b8c90',
    assignee: '0199f3a0-11aa-7c3d-9e21-4d5f6a7b8c90',
  },
  at: '2026-11-23T09:03:40.120Z',
};

export const IncidentEvent = component(
  'IncidentEvent',
  Type.Object(
    {
      id: id(),
      incident_id: id(),
      version: Type.Integer({
        minimum: 1,
        description: 'The version of the incident with this event: 1, 2, 3 … without gaps.',
      }),
      type: ref(IncidentEventType),
      actor: ref(Actor),
      reason: Type.String({ description: 'A sentence for people.' }),
      data: Type.Unsafe<Readonly<Record<string, unknown>>>({
        type: 'object',
        additionalProperties: true,
        description: 'The particulars, which depend on the type.',
      }),
      at: time(),
    },
    {
      description: 'One line of a timeline.',
      examples: [example],
    },
  ),
);
export type IncidentEvent = Static<typeof IncidentEvent>;

export const Timeline = component(
  'Timeline',
  pageOf({ events: Type.Array(ref(IncidentEvent)) }, 'A page of a timeline, oldest first.', {
    events: [example],
  }),
);
export type Timeline = Static<typeof Timeline>;
