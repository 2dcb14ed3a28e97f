import { type Static, Type } from 'typebox';
import { component, id, ref, time } from './component.ts';
import { IncidentStatus } from './incident.ts';
import { IncidentEventType } from './incident-event.ts';
import { Severity } from './severity.ts';

export const LiveEvent = component(
  'LiveEvent',
  Type.Object(
    {
      incident_id: id(),
      version: Type.Integer({
        minimum: 1,
        description: 'The version of the incident with this event: 1, 2, 3 … without gaps.',
      }),
      type: ref(IncidentEventType),
      at: time('When it happened.'),
      number: Type.Integer({ minimum: 1, description: 'What people call it: `#1042`.' }),
      severity: ref(Severity),
      title: Type.String({ maxLength: 500 }),
      status: ref(IncidentStatus),
    },
    {
      description:
        'What changed about which incident: the `data` of an `incident` event of the stream. Severity, title and ' +
        'status are those of the incident at the moment, which may be later than the event.',
      examples: [
        {
          incident_id: '0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d10',
          version: 4,
          type: 'acknowledged',
          at: '2026-11-23T09:03:40.120Z',
          number: 1042,
          severity: 'critical',
          title: 'InstanceDown on checkout',
          status: 'acknowledged',
        },
      ],
    },
  ),
);
export type LiveEvent = Static<typeof LiveEvent>;

/** Where a stream goes on. What it holds is not checked: a wrong one gets a `reset`, which browsers understand. */
export const LiveEventHeaders = Type.Object({
  'last-event-id': Type.Optional(
    Type.String({
      description:
        'The `id` of the last event that arrived: the stream goes on after it. Browsers send it by themselves.',
    }),
  ),
});
