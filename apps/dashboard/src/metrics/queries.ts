import { api } from '../api/klaxon.ts';
import type { MetricsFilter } from './metrics-filter.ts';
import type { TimeSpan } from './range.ts';

export function useMetrics({ from, to }: TimeSpan, filter: MetricsFilter) {
  return api.useQuery('get', '/api/metrics', { params: { query: { from, to, ...filter } } });
}

export function useSeries({ from, to, bucket }: TimeSpan, filter: MetricsFilter) {
  const query = { from, to, bucket, ...filter };
  return api.useQuery(
    'get',
    '/api/metrics/series',
    { params: { query } },
    { select: (answer) => expectJson(answer) },
  );
}

export function useBreakdown(
  by: 'service' | 'severity',
  filter: MetricsFilter & Partial<Pick<TimeSpan, 'from' | 'to'>>,
) {
  return api.useQuery(
    'get',
    '/api/metrics/breakdown',
    { params: { query: { by, ...filter } } },
    { select: (answer) => expectJson(answer) },
  );
}

export function useNoise({ from, to }: Pick<TimeSpan, 'from' | 'to'>) {
  return api.useQuery(
    'get',
    '/api/metrics/noise',
    { params: { query: { from, to } } },
    { select: (answer) => expectJson(answer) },
  );
}

/** CSV comes only to those who ask for it. */
function expectJson<Answer>(answer: Answer | string): Answer {
  if (typeof answer === 'string') throw new TypeError('Klaxon answered CSV in place of JSON');
  return answer;
}
