import { type Static, Type } from 'typebox';
import { component, count, ref, time } from './component.ts';
import { timeParameters } from './list.ts';
import { Severity } from './severity.ts';

const seconds = (description: string) =>
  Type.Unsafe<number | null>({ type: ['number', 'null'], minimum: 0, description });

const example = {
  total_incidents: 12,
  open_incidents: 1,
  acknowledged_incidents: 2,
  resolved_incidents: 9,
  mtta_seconds: 184.5,
  mttr_seconds: 2710.25,
  incidents_by_status: { open: 1, acknowledged: 2, resolved: 9 },
  incidents_by_severity: { critical: 3, high: 4, medium: 4, low: 1 },
};

export const IncidentsByStatus = component(
  'IncidentsByStatus',
  Type.Object(
    {
      open: count('Open ones.'),
      acknowledged: count('Acknowledged ones.'),
      resolved: count('Resolved ones.'),
    },
    { description: 'How many incidents there are of each status.' },
  ),
);

export const IncidentsBySeverity = component(
  'IncidentsBySeverity',
  Type.Object(
    {
      critical: count('Critical ones.'),
      high: count('High ones.'),
      medium: count('Medium ones.'),
      low: count('Low ones.'),
    },
    { description: 'How many incidents there are of each severity.' },
  ),
);

export const Metrics = component(
  'Metrics',
  Type.Object(
    {
      total_incidents: count('How many incidents there are.'),
      open_incidents: count('How many of them are open.'),
      acknowledged_incidents: count('How many of them are acknowledged and not resolved.'),
      resolved_incidents: count('How many of them are resolved.'),
      mtta_seconds: seconds(
        'Mean time to acknowledge, in seconds, over incidents that a person acknowledged; null where there are none.',
      ),
      mttr_seconds: seconds('Mean time to resolve, in seconds; null where nothing is resolved.'),
      incidents_by_status: ref(IncidentsByStatus),
      incidents_by_severity: ref(IncidentsBySeverity),
    },
    { description: 'How incidents went.', examples: [example] },
  ),
);
export type Metrics = Static<typeof Metrics>;

export const MetricsBucket = component(
  'MetricsBucket',
  Type.Enum(['hour', 'day', 'week', 'month'], {
    type: 'string',
    description: 'How long a bucket of UTC time is; a day by default.',
  }),
);

export const MetricsPoint = component(
  'MetricsPoint',
  Type.Intersect([ref(Metrics), Type.Object({ start: time('When the bucket begins.') })], {
    description: 'How the incidents went that were created in one bucket of time.',
  }),
);
export type MetricsPoint = Static<typeof MetricsPoint>;

export const MetricsSeries = component(
  'MetricsSeries',
  Type.Object(
    {
      bucket: ref(MetricsBucket),
      points: Type.Array(ref(MetricsPoint), {
        description: 'Oldest first; buckets without incidents are left out.',
      }),
    },
    {
      description: 'How incidents went over time.',
      examples: [{ bucket: 'day', points: [{ start: '2026-11-23T00:00:00.000Z', ...example }] }],
    },
  ),
);
export type MetricsSeries = Static<typeof MetricsSeries>;

export const MetricsBreakdownItem = component(
  'MetricsBreakdownItem',
  Type.Intersect(
    [
      ref(Metrics),
      Type.Object({
        key: Type.String({
          description: 'The service or severity; empty for incidents without a service.',
        }),
      }),
    ],
    { description: 'How the incidents of one service or severity went.' },
  ),
);

export const MetricsBreakdownBy = component(
  'MetricsBreakdownBy',
  Type.Enum(['service', 'severity'], {
    type: 'string',
    description: 'What to tell the incidents apart by.',
  }),
);

export const MetricsBreakdown = component(
  'MetricsBreakdown',
  Type.Object(
    {
      by: ref(MetricsBreakdownBy),
      items: Type.Array(ref(MetricsBreakdownItem), {
        maxItems: 200,
        description: 'Those with the most incidents first, at most 200.',
      }),
    },
    {
      description: 'How incidents went, by service or severity.',
      examples: [{ by: 'service', items: [{ key: 'checkout', ...example }] }],
    },
  ),
);
export type MetricsBreakdown = Static<typeof MetricsBreakdown>;

const noisyExample = {
  alertname: 'HighMemory',
  service: 'checkout',
  incidents: 41,
  unacknowledged: 39,
  median_seconds: 240.5,
};

export const NoisyAlert = component(
  'NoisyAlert',
  Type.Object(
    {
      alertname: Type.String({ description: 'The `alertname` label of the incidents.' }),
      service: Type.String({ description: 'Their `service` label; empty where they have none.' }),
      incidents: count('How many incidents it made.'),
      unacknowledged: count(
        'How many of them nobody acknowledged, resolved or merged: they went away by themselves, or are still open.',
      ),
      median_seconds: seconds(
        'Median time to resolve, in seconds, of all it made; null where nothing is resolved.',
      ),
    },
    { description: 'An alert that makes incidents which nobody acknowledges.' },
  ),
);

export const MetricsNoise = component(
  'MetricsNoise',
  Type.Object(
    {
      items: Type.Array(ref(NoisyAlert), {
        maxItems: 100,
        description: 'Those with the most unacknowledged incidents first, at most 100.',
      }),
    },
    {
      description: 'Which alerts make incidents that nobody acknowledges.',
      examples: [{ items: [noisyExample] }],
    },
  ),
);
export type MetricsNoise = Static<typeof MetricsNoise>;

export const MetricsCsv = component(
  'MetricsCsv',
  Type.String({
    description: 'The same as CSV, with a line of names first.',
    examples: [
      `${Object.keys(noisyExample).join(',')}\n${Object.values(noisyExample).join(',')}\n`,
    ],
  }),
);

const format = Type.Optional(
  Type.Enum(['json', 'csv'], {
    type: 'string',
    description:
      'JSON, or CSV as a file. Without it the header `Accept` decides, and JSON is the default.',
  }),
);

const filter = {
  ...timeParameters('Created'),
  service: Type.Optional(Type.String({ maxLength: 8_192, description: 'Their `service` label.' })),
  severity: Type.Optional(ref(Severity)),
};

/** The parameters of the metrics. */
export const MetricsQuery = Type.Object(filter, { additionalProperties: false });

/** The parameters of the series. */
export const MetricsSeriesQuery = Type.Object(
  {
    bucket: Type.Optional(ref(MetricsBucket)),
    format,
    ...filter,
  },
  { additionalProperties: false },
);

/** The parameters of the breakdown. */
export const MetricsBreakdownQuery = Type.Object(
  { by: ref(MetricsBreakdownBy), format, ...filter },
  { additionalProperties: false },
);

/** The parameters of the noise. */
export const MetricsNoiseQuery = Type.Object(
  {
    from: Type.String({ format: 'date-time', description: 'Created at this time or later.' }),
    to: Type.String({
      format: 'date-time',
      description: 'Created before this time, at most 31 days after `from`.',
    }),
    format,
  },
  { additionalProperties: false },
);
