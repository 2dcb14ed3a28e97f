import { type Static, Type } from 'typebox';
import { component, id, nullableText, nullableTime, ref, time } from './component.ts';
import { Labels } from './labels.ts';
import { anyOf, labelParameter, pageOf, pageParameters, timeParameters } from './list.ts';
import { Severity } from './severity.ts';

export const AlertStatus = component(
  'AlertStatus',
  Type.Enum(['firing', 'resolved'], { type: 'string', description: 'Whether an alert is on.' }),
);

const example = {
  id: '0199f3a4-7c1a-7b3e-8a53-5d1f0c9b7e21',
  source: 'alertmanager',
  fingerprint: '9f3b1c7a52d4e608',
  status: 'firing',
  severity: 'critical',
  starts_at: '2026-11-23T09:00:00.000Z',
  ends_at: null,
  labels: { alertname: 'InstanceDown', service: 'checkout', severity: 'critical' },
  annotations: { summary: 'checkout-3 has been down for more than five minutes.' },
  generator_url: 'http://prometheus.example.org/graph?g0.expr=up+%3D%3D+0',
  incident_id: '0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d10',
  created_at: '2026-11-23T09:00:12.345Z',
  last_seen_at: '2026-11-23T09:05:12.345Z',
  unconfirmed_since: null,
};

export const Alert = component(
  'Alert',
  Type.Object(
    {
      id: id(),
      source: Type.String({ maxLength: 50, description: 'What kind of system it came from.' }),
      fingerprint: Type.String({ maxLength: 255, description: 'What the source knows it by.' }),
      status: ref(AlertStatus),
      severity: ref(Severity),
      starts_at: time(),
      ends_at: nullableTime('When it ended; null while it fires.'),
      labels: ref(Labels),
      annotations: ref(Labels),
      generator_url: nullableText({
        description: 'Where the source shows it. Only ever an http or https address.',
      }),
      incident_id: nullableText({
        format: 'uuid',
        description: 'The incident that it belongs to.',
      }),
      created_at: time('When Klaxon first heard of it, in this incident.'),
      last_seen_at: time('When a source last spoke of it, to the minute.'),
      unconfirmed_since: nullableTime(
        'Since when a firing waits to be confirmed, because it came right after the resolution it contradicts.',
      ),
    },
    {
      description: 'One alert of a monitoring system.',
      examples: [example],
    },
  ),
);
export type Alert = Static<typeof Alert>;

export const AlertList = component(
  'AlertList',
  pageOf({ alerts: Type.Array(ref(Alert)) }, 'A page of alerts.', { alerts: [example] }),
);
export type AlertList = Static<typeof AlertList>;

/** The parameters of the list of alerts. */
export const ListAlertsQuery = Type.Object(
  {
    status: Type.Optional(ref(AlertStatus)),
    severity: Type.Optional(anyOf(Severity, 'Their severity.')),
    label: labelParameter,
    ...timeParameters('Started'),
    ...pageParameters,
  },
  { additionalProperties: false },
);
