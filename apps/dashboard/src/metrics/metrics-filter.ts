import { isSeverity, type Severity } from '../shared/severity.ts';

/** Which incidents count. */
export interface MetricsFilter {
  readonly service?: string;
  readonly severity?: Severity;
}

export function readMetricsFilter(address: URLSearchParams): MetricsFilter {
  const service = address.get('service');
  const severity = address.get('severity');
  return {
    ...(service && { service: service.slice(0, 8_192) }),
    ...(isSeverity(severity) && { severity }),
  };
}

/** Where a table of the API is to be had as a file. */
export function csvAddress(path: string, query: Readonly<Record<string, string>>): string {
  return `${path}?${new URLSearchParams({ ...query, format: 'csv' })}`;
}
