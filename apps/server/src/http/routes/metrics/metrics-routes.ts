import type { MetricsQueries } from '@klaxon/application';
import { Metrics, MetricsQuery, MetricsSeries, MetricsSeriesQuery } from '@klaxon/contracts';
import type { HttpApp } from '../../http-app.ts';
import { needs } from '../../plugins/access.ts';
import { presentMetrics, presentSeries } from '../../presenters/metrics.ts';
import { SERIES_COLUMNS, seriesRows } from '../../presenters/metrics-csv.ts';
import { answerCsv, wantsCsv } from '../answer-csv.ts';
import { answer } from '../answers.ts';
import { expectShortRange, readFilter } from './metrics-filter.ts';
import { tableAnswer } from './table-answer.ts';

const tags = ['Metrics'];

export function registerMetricsRoutes(app: HttpApp, metrics: MetricsQueries): void {
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
        response: { 200: tableAnswer('The series.', MetricsSeries) },
        problems: [400],
      },
    },
    async (request, reply) => {
      const { bucket = 'day', format, ...rest } = request.query;
      const filter = readFilter(rest);
      if (bucket === 'hour') expectShortRange('bucket', 'hour', filter);
      const series = presentSeries(bucket, await metrics.series(filter, bucket));
      return wantsCsv(request, format)
        ? answerCsv(reply, 'klaxon-metrics-series', SERIES_COLUMNS, seriesRows(series))
        : reply.send(series);
    },
  );
}
