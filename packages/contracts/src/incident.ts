import { type Static, Type } from 'typebox';
import { component, count, id, nullableText, nullableTime, ref, time } from './component.ts';
import { Labels, NewLabels } from './labels.ts';
import { anyOf, labelParameter, pageOf, pageParameters, timeParameters } from './list.ts';
import { Severity } from './severity.ts';

export const IncidentStatus = component(
  'IncidentStatus',
  Type.Enum(['open', 'acknowledged', 'resolved'], {
    type: 'string',
    description: 'How far an incident has come.',
  }),
);

const example = {
  id: '0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d10',
  number: 1042,
  title: 'InstanceDown on checkout',
  description: 'checkout-3 has been down for more than five minutes.',
  status: 'acknowledged',
  severity: 'critical',
  created_at: '2026-11-23T09:00:12.345Z',
  updated_at: '2026-11-23T09:03:40.120Z',
  acked_at: '2026-11-23T09:03:40.120Z',
  resolved_at: null,
  assignee_id: '0199f3a0-11aa-7c3d-9e21-4d5f6a7b8c90',
  assignee_name: 'Ada',
  alert_count: 2,
  firing_alert_count: 1,
  labels: { alertname: 'InstanceDown', service: 'checkout' },
  group_key: 'service=checkout',
  acknowledged_by: '0199f3a0-11aa-7c3d-9e21-4d5f6a7b8c90',
  acknowledged_by_name: 'Ada',
  resolution: null,
  snoozed_until: null,
  stale_since: null,
  merged_into_id: null,
  version: 4,
};

export const Incident = component(
  'Incident',
  Type.Object(
    {
      id: id(),
      number: Type.Integer({ minimum: 1, description: 'What people call it: `#1042`.' }),
      title: Type.String({ maxLength: 500 }),
      description: nullableText({ description: 'In lists its first 8,192 characters.' }),
      status: ref(IncidentStatus),
      severity: ref(Severity),
      created_at: time(),
      updated_at: time(),
      acked_at: nullableTime(
        'When it was acknowledged. Of an incident that was resolved without that: when it was resolved.',
      ),
      resolved_at: nullableTime('When it was resolved.'),
      assignee_id: nullableText({
        maxLength: 255,
        description: 'Who works on it: the id of a user, or any name where nobody signs in.',
      }),
      assignee_name: nullableText({ description: 'What people call them.' }),
      alert_count: count('How many alerts belong to it.'),
      firing_alert_count: count('How many of them fire.'),
      labels: ref(Labels),
      group_key: nullableText({
        description:
          'The group whose alerts it gathers; null for an incident that a person opened.',
      }),
      acknowledged_by: nullableText({
        maxLength: 255,
        description: 'Who acknowledged it; null where nobody did.',
      }),
      acknowledged_by_name: nullableText({ description: 'What people call them.' }),
      resolution: Type.Unsafe<'alerts' | 'person' | 'merged' | null>({
        type: ['string', 'null'],
        enum: ['alerts', 'person', 'merged', null],
        description:
          'Why it is resolved: its alerts ended, a person said so, or another incident took it over.',
      }),
      snoozed_until: nullableTime('Until when it is kept quiet.'),
      stale_since: nullableTime('Since when no source has spoken of its firing alerts.'),
      merged_into_id: nullableText({
        format: 'uuid',
        description: 'The incident that it was merged into.',
      }),
      version: Type.Integer({
        minimum: 1,
        description: 'Counts its changes; also the `ETag`, for `If-Match`.',
      }),
    },
    {
      description: 'Something that is wrong, from the first alert to its resolution.',
      examples: [example],
    },
  ),
);
export type Incident = Static<typeof Incident>;

export const IncidentDetail = component(
  'IncidentDetail',
  Type.Intersect(
    [
      ref(Incident),
      Type.Object({
        alert_ids: Type.Array(id(), {
          maxItems: 1_000,
          description:
            'Its alerts, oldest first, 1,000 at the most; its list of alerts has the rest.',
        }),
      }),
    ],
    {
      description: 'An incident with the ids of its alerts.',
      examples: [
        {
          ...example,
          alert_ids: [
            '0199f3a4-7c1a-7b3e-8a53-5d1f0c9b7e21',
            '0199f3a5-1d20-7f6c-b1d4-2c8e4a6f9b33',
          ],
        },
      ],
    },
  ),
);
export type IncidentDetail = Static<typeof IncidentDetail>;

export const IncidentList = component(
  'IncidentList',
  pageOf({ incidents: Type.Array(ref(Incident)) }, 'A page of incidents.', {
    incidents: [example],
  }),
);
export type IncidentList = Static<typeof IncidentList>;

export const IncidentSort = component(
  'IncidentSort',
  Type.Enum(['created_at', '-created_at', 'updated_at', '-updated_at'], {
    type: 'string',
    description:
      'The order; a `-` before the name puts the newest first, which is also the default.',
  }),
);

/** The parameters of the list of incidents. */
export const ListIncidentsQuery = Type.Object(
  {
    status: Type.Optional(anyOf(IncidentStatus, 'Their status.')),
    severity: Type.Optional(anyOf(Severity, 'Their severity.')),
    assignee_id: Type.Optional(Type.String({ maxLength: 255, description: 'Who works on them.' })),
    service: Type.Optional(
      Type.String({ maxLength: 8_192, description: 'Their `service` label.' }),
    ),
    label: labelParameter,
    q: Type.Optional(
      Type.String({
        maxLength: 200,
        description: 'Part of the title or description, or a number such as `#1042`.',
      }),
    ),
    ...timeParameters('Created'),
    sort: Type.Optional(ref(IncidentSort)),
    ...pageParameters,
  },
  { additionalProperties: false },
);

const title = Type.String({ maxLength: 500, pattern: '\\S' });
const description = nullableText({ maxLength: 10_000 });
const assignee = nullableText({
  minLength: 1,
  maxLength: 255,
  description: 'Who works on it: the id of an active user, or any name where nobody signs in.',
});

export const CreateIncidentRequest = component(
  'CreateIncidentRequest',
  Type.Object(
    {
      title,
      description: Type.Optional(description),
      severity: Type.Optional(ref(Severity)),
      labels: Type.Optional(ref(NewLabels)),
      assignee_id: Type.Optional(assignee),
    },
    {
      additionalProperties: false,
      description: 'An incident that a person opens. Its severity is medium where none is given.',
      examples: [
        { title: 'Customers cannot pay', severity: 'critical', labels: { service: 'checkout' } },
      ],
    },
  ),
);

export const EditIncidentRequest = component(
  'EditIncidentRequest',
  Type.Object(
    {
      title: Type.Optional(title),
      description: Type.Optional(description),
      severity: Type.Optional(ref(Severity)),
      assignee_id: Type.Optional(assignee),
    },
    {
      additionalProperties: false,
      minProperties: 1,
      description: 'What is to change; the rest stays as it is.',
      examples: [{ severity: 'high', assignee_id: 'ada' }],
    },
  ),
);

export const AcknowledgeRequest = component(
  'AcknowledgeRequest',
  Type.Object(
    {
      assignee_id: Type.Optional(
        Type.String({
          minLength: 1,
          maxLength: 255,
          description:
            'Who works on the incident from now on: the id of an active user, or any name where nobody signs in. Left out: whoever asks.',
        }),
      ),
    },
    {
      additionalProperties: false,
      description: 'Who takes the incident.',
      examples: [{ assignee_id: 'ada' }],
    },
  ),
);

export const AddNoteRequest = component(
  'AddNoteRequest',
  Type.Object(
    { text: Type.String({ maxLength: 10_000, pattern: '\\S' }) },
    {
      additionalProperties: false,
      description: 'A note for the timeline.',
      examples: [{ text: 'The load balancer still sends traffic to checkout-3.' }],
    },
  ),
);

export const SnoozeRequest = component(
  'SnoozeRequest',
  Type.Object(
    { until: nullableText({ format: 'date-time', description: 'Null ends the quiet at once.' }) },
    {
      additionalProperties: false,
      description: 'Until when the incident is to be kept quiet.',
      examples: [{ until: '2026-11-23T12:00:00.000Z' }],
    },
  ),
);

export const MergeRequest = component(
  'MergeRequest',
  Type.Object(
    { into_id: id('The incident that goes on.') },
    {
      additionalProperties: false,
      description: 'Where the incident is to end.',
      examples: [{ into_id: '0199f3a1-02b4-7c8a-a5ee-91d3b7f0c642' }],
    },
  ),
);
export type MergeRequest = Static<typeof MergeRequest>;
