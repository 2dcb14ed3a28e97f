import type { MetricsFilter } from '@klaxon/application';
import { Metrics, MetricsQuery, MetricsSeries, MetricsSeriesQuery } from '@klaxon/contracts';
import { HOUR, invalid } from '@klaxon/domain';
import type { Static } from 'typebox';
import type { HttpApp } from '../../http-app.ts';
import { needs } from '../../plugins/access.ts';
import { presentMetrics, presentSeries } from '../../presenters/metrics.ts';
import { readTimeRange } from '../../request/read-query.ts';
import type { UseCases } from '../../use-cases.ts';
import { answer } from '../answers.ts';

const tags = ['Metrics'];

export function registerMetricsRoutes(app: HttpApp, { metrics }: Pick<UseCases, 'metrics'>): void {
  app.get(
    '/api/metrics',
    {
      config: needs('metrics:read'),
      schema: {
        operationId: 'getMetrics',
        summary: 'Get the metrics',
        description:
          'How many incidents there are and how long they took, of those that match all the given filters.',
        tags,
        querystring: MetricsQuery,
        response: { 200: answer('The metrics.', Metrics) },
        problems: [400],
      },
    },
    async ({ query }) => presentMetrics(await metrics.metrics(readFilter(query))),
  );

  app.get(
    '/api/metrics/series',
    {
      config: needs('metrics:read'),
      schema: {
        operationId: 'getMetricsSeries',
        summary: 'Get the metrics over time',
        description: 'The metrics of the incidents that were created in each bucket of UTC time.',
        tags,
        querystring: MetricsSeriesQuery,
        response: { 200: answer('The series.', MetricsSeries) },
        problems: [400],
      },
    },
    async ({ query }) => {
      const { bucket = 'day', ...rest } = query;
      const filter = readFilter(rest);
      if (bucket === 'hour') expectShortRange(filter);
      return presentSeries(bucket, await metrics.series(filter, bucket));
    },
  );
}

const HOURLY_DAYS = 31;

/** Hours are counted from the incidents themselves, so their number must be bounded. */
function expectShortRange({ from, to }: MetricsFilter): void {
  if (from === undefined || to === undefined || to - from > HOURLY_DAYS * 24 * HOUR)
    throw invalid('bucket', `hour needs from and to, at most ${HOURLY_DAYS} days apart`);
}

function readFilter(query: Static<typeof MetricsQuery>): MetricsFilter {
  const { service, severity } = query;
  return {
    ...(service !== undefined && { service }),
    ...(severity && { severity }),
    ...readTimeRange(query),
  };
}
