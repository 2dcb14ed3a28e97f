import type { components, operations } from '@klaxon/sdk';
import { isLabel, readTime } from '../../shared/filter-values.ts';
import { SEVERITIES, type Severity } from '../../shared/severity.ts';

export type IncidentStatus = components['schemas']['IncidentStatus'];
export type IncidentSort = components['schemas']['IncidentSort'];
type ListQuery = NonNullable<operations['listIncidents']['parameters']['query']>;

const PAGE_SIZE = 50;
export const STATUSES: readonly IncidentStatus[] = ['open', 'acknowledged', 'resolved'];
const SORTS: readonly IncidentSort[] = ['-created_at', 'created_at', '-updated_at', 'updated_at'];
const ANY = 'any';

/** What the list shows. Empty text and empty lists: whatever it is. */
export interface ListFilter {
  readonly status: readonly IncidentStatus[];
  readonly severity: readonly Severity[];
  readonly service: string;
  readonly assignee: string;
  /** `name=value` */
  readonly labels: readonly string[];
  readonly q: string;
  readonly from: string;
  readonly to: string;
  readonly sort: IncidentSort;
}

/** What somebody who comes on call wants to see. */
export const DEFAULT_FILTER: ListFilter = {
  status: ['open', 'acknowledged'],
  severity: [],
  service: '',
  assignee: '',
  labels: [],
  q: '',
  from: '',
  to: '',
  sort: '-created_at',
};

/** The filter that an address names; what is no value of the API is passed over. */
export function readFilter(params: URLSearchParams): ListFilter {
  const text = (name: string, longest: number) => (params.get(name) ?? '').slice(0, longest);
  const time = (name: string) => readTime(params.get(name)) ?? '';
  return {
    status: readStatus(params.get('status')),
    severity: among(SEVERITIES, params.get('severity')),
    service: text('service', 8_192),
    assignee: text('assignee_id', 255),
    labels: params.getAll('label').filter(isLabel).slice(0, 20),
    q: text('q', 200),
    from: time('from'),
    to: time('to'),
    sort: SORTS.find((sort) => sort === params.get('sort')) ?? DEFAULT_FILTER.sort,
  };
}

/** The shortest address that names the filter: what is as in the default is left out. */
export function writeFilter(filter: ListFilter): URLSearchParams {
  const { status, severity, service, assignee, labels, q, from, to, sort } = filter;
  const params = new URLSearchParams();
  if (status.length === 0 || status.length === STATUSES.length) params.set('status', ANY);
  else if (!sameValues(status, DEFAULT_FILTER.status)) params.set('status', status.join(','));
  if (severity.length > 0) params.set('severity', severity.join(','));
  for (const label of labels) params.append('label', label);
  const texts = { service, assignee_id: assignee, q: q.trim(), from, to };
  for (const [name, value] of Object.entries(texts)) if (value !== '') params.set(name, value);
  if (sort !== DEFAULT_FILTER.sort) params.set('sort', sort);
  params.sort();
  return params;
}

export function toQuery(filter: ListFilter, cursor: string): ListQuery {
  const { status, severity, service, assignee, labels, q, from, to, sort } = filter;
  return {
    limit: PAGE_SIZE,
    sort,
    ...(status.length > 0 && { status: [...status] }),
    ...(severity.length > 0 && { severity: [...severity] }),
    ...(service !== '' && { service }),
    ...(assignee !== '' && { assignee_id: assignee }),
    ...(labels.length > 0 && { label: [...labels] }),
    ...(q.trim() !== '' && { q: q.trim() }),
    ...(from !== '' && { from }),
    ...(to !== '' && { to }),
    ...(cursor !== '' && { cursor }),
  };
}

/**
 * How many of the filters that are not always in sight are set.
 *
 * @param isNarrow where the statuses and severities are not in sight either
 */
export function countHidden(filter: ListFilter, isNarrow: boolean): number {
  const { status, severity, service, assignee, labels, from, to, sort } = filter;
  const set = [service !== '', assignee !== '', labels.length > 0, from !== '', to !== ''];
  const choices = [severity.length > 0, !sameValues(status, DEFAULT_FILTER.status)];
  const hidden = [...set, sort !== DEFAULT_FILTER.sort, ...(isNarrow ? choices : [])];
  return hidden.filter(Boolean).length;
}

function readStatus(text: string | null): readonly IncidentStatus[] {
  if (text === ANY) return [];
  const status = among(STATUSES, text);
  return status.length === 0 ? DEFAULT_FILTER.status : status;
}

function among<T extends string>(values: readonly T[], text: string | null): readonly T[] {
  const wanted = (text ?? '').split(',');
  return values.filter((value) => wanted.includes(value));
}

function sameValues(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((value) => other.includes(value));
}
