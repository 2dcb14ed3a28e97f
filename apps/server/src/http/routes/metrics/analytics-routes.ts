import type { MetricsQueries } from '@klaxon/application';
import {
  MetricsBreakdown,
  MetricsBreakdownQuery,
  MetricsNoise,
  MetricsNoiseQuery,
} from '@klaxon/contracts';
import type { HttpApp } from '../../http-app.ts';
import { needs } from '../../plugins/access.ts';
import { presentBreakdown, presentNoise } from '../../presenters/metrics.ts';
import {
  BREAKDOWN_COLUMNS,
  breakdownRows,
  NOISE_COLUMNS,
  noiseRows,
} from '../../presenters/metrics-csv.ts';
import { readTimeRange } from '../../request/read-query.ts';
import { answerCsv, wantsCsv } from '../answer-csv.ts';
import { expectShortRange, readFilter } from './metrics-filter.ts';
import { tableAnswer } from './table-answer.ts';

const tags = ['Metrics'];

/** Where the incidents come from: for people who want fewer of them. */
export function registerAnalyticsRoutes(app: HttpApp, metrics: MetricsQueries): void {
  app.get(
    '/api/metrics/breakdown',
    {
      config: needs('metrics:read'),
      schema: {
        operationId: 'getMetricsBreakdown',
        summary: 'Get the metrics by service or severity',
        description:
          'The metrics of the incidents of each service or severity, of those that match all the given filters.',
        tags,
        querystring: MetricsBreakdownQuery,
        response: { 200: tableAnswer('The breakdown.', MetricsBreakdown) },
        problems: [400],
      },
    },
    async (request, reply) => {
      const { by, format, ...rest } = request.query;
      const breakdown = presentBreakdown(by, await metrics.breakdown(readFilter(rest), by));
      return wantsCsv(request, format)
        ? answerCsv(reply, `klaxon-metrics-by-${by}`, BREAKDOWN_COLUMNS, breakdownRows(breakdown))
        : reply.send(breakdown);
    },
  );

  app.get(
    '/api/metrics/noise',
    {
      config: needs('metrics:read'),
      schema: {
        operationId: 'getMetricsNoise',
        summary: 'Get the alerts that make noise',
        description:
          'Which alerts made incidents that nobody acknowledged, by `alertname` and `service`, of those created within ' +
          'at most 31 days. Incidents without an `alertname` are left out.',
        tags,
        querystring: MetricsNoiseQuery,
        response: { 200: tableAnswer('The alerts.', MetricsNoise) },
        problems: [400],
      },
    },
    async (request, reply) => {
      const range = expectShortRange('from', 'noise', readTimeRange(request.query));
      const noise = presentNoise(await metrics.noise(range));
      return wantsCsv(request, request.query.format)
        ? answerCsv(reply, 'klaxon-noise', NOISE_COLUMNS, noiseRows(noise))
        : reply.send(noise);
    },
  );
}
