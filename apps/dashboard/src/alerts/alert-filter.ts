import { isLabel, readTime } from '../shared/filter-values.ts';
import { isSeverity, type Severity } from '../shared/severity.ts';

const ALERT_STATUSES = ['firing', 'resolved', 'all'] as const;
export type AlertStatusFilter = (typeof ALERT_STATUSES)[number];

/** Which alerts are shown, as the address of the page says it. */
export interface AlertFilter {
  readonly status: AlertStatusFilter;
  readonly severity: readonly Severity[];
  /** As `name=value`; all of them must be there. */
  readonly label: readonly string[];
  readonly from: string | null;
  readonly to: string | null;
}

/** What an address says that makes no sense is as if it were not there. */
export function readAlertFilter(address: URLSearchParams): AlertFilter {
  const status = address.get('status');
  return {
    status: ALERT_STATUSES.find((one) => one === status) ?? 'firing',
    severity: address.getAll('severity').filter(isSeverity),
    label: address.getAll('label').filter(isLabel).slice(0, 20),
    from: readTime(address.get('from')),
    to: readTime(address.get('to')),
  };
}

/** The same as an address, on the first of its pages. */
export function writeAlertFilter({ status, severity, label, from, to }: AlertFilter) {
  return new URLSearchParams([
    ...(status === 'firing' ? [] : [['status', status]]),
    ...severity.map((one) => ['severity', one]),
    ...label.map((one) => ['label', one]),
    ...(from === null ? [] : [['from', from]]),
    ...(to === null ? [] : [['to', to]]),
  ]);
}

/** The same as the API's parameters. */
export function alertQuery({ status, severity, label, from, to }: AlertFilter) {
  return {
    ...(status !== 'all' && { status }),
    ...(severity.length > 0 && { severity: [...severity] }),
    ...(label.length > 0 && { label: [...label] }),
    ...(from !== null && { from }),
    ...(to !== null && { to }),
  };
}

/** By how many of its parts the filter narrows the list, besides the status. */
export function countSet({ severity, label, from, to }: AlertFilter): number {
  return [severity.length > 0, label.length > 0, from !== null, to !== null].filter(Boolean).length;
}
