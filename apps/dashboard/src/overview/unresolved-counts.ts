import type { components } from '@klaxon/sdk';
import { SEVERITIES, type Severity } from '../shared/severity.ts';

type Item = Pick<
  components['schemas']['MetricsBreakdownItem'],
  'key' | 'open_incidents' | 'acknowledged_incidents'
>;

/** How many incidents are not resolved, and of what. */
export interface UnresolvedCounts {
  readonly open: number;
  readonly acknowledged: number;
  readonly bySeverity: readonly { readonly severity: Severity; readonly count: number }[];
  /** Those with the most first; the empty name is that of incidents without a service. */
  readonly byService: readonly { readonly service: string; readonly count: number }[];
  /** How many are of services beyond those. */
  readonly others: number;
}

const SERVICES_SHOWN = 8;

export function unresolvedCounts(
  bySeverity: readonly Item[],
  byService: readonly Item[],
): UnresolvedCounts {
  const open = sum(bySeverity.map(({ open_incidents }) => open_incidents));
  const acknowledged = sum(bySeverity.map((item) => item.acknowledged_incidents));
  const services = byService
    .map((item) => ({ service: item.key, count: unresolved(item) }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count || (a.service < b.service ? -1 : 1))
    .slice(0, SERVICES_SHOWN);
  return {
    open,
    acknowledged,
    bySeverity: SEVERITIES.map((severity) => ({
      severity,
      count: sum(bySeverity.filter(({ key }) => key === severity).map(unresolved)),
    })),
    byService: services,
    others: Math.max(0, open + acknowledged - sum(services.map(({ count }) => count))),
  };
}

function unresolved({ open_incidents, acknowledged_incidents }: Item): number {
  return open_incidents + acknowledged_incidents;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
