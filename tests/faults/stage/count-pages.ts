import { setTimeout as delay } from 'node:timers/promises';
import type { FaultStage } from './fault-stage.ts';
import type { Load } from './load.ts';

/** What became of the alerts of a load. */
export interface Count {
  readonly sent: number;
  readonly accepted: number;
  readonly stored: number;
  readonly paged: number;
  /** Accepted, and not stored. */
  readonly lost: number;
  /** Stored, and nobody was told. */
  readonly unpaged: number;
  /** Incidents that were told twice or more. */
  readonly doubled: number;
  /** Alerts that opened two incidents or more. */
  readonly split: number;
  /** The longest that a page was due: since its alert was accepted, or the fault ended; null for ever. */
  readonly slowestMs: number | null;
  /** From the answer to the page, in order; infinite where none came. */
  readonly latencies: readonly number[];
}

export interface Patience {
  /** The fault's end, by this process's monotonic clock. */
  readonly since: number;
  /** How long to wait for the last page, counted from the fault's end and from the load's. */
  readonly withinMs: number;
}

const LOOK_EVERY_MS = 250;

/** Waits until every alert is accepted, stored and paged, or patience ends, and counts. */
export async function countPages(
  { postgres, receiver }: FaultStage,
  load: Load,
  { since, withinMs }: Patience,
): Promise<Count> {
  await load.offered;
  const deadline = Math.max(since, performance.now()) + withinMs;
  const isPaged = (service: string) => receiver.pagesOf(service).length > 0;
  while (
    !load.alerts.every(({ acceptedAt, service }) => acceptedAt !== null && isPaged(service)) &&
    performance.now() < deadline
  )
    await delay(LOOK_EVERY_MS);
  load.stop();

  await postgres.untilItAnswers();
  const prefix = load.alerts[0]?.service.replace(/\d+-end$/, '') ?? '';
  const rows = await postgres.query<{ service: string; incidents: number }>(
    `SELECT labels->>'service' AS service, count(*)::int AS incidents FROM incidents
     WHERE labels->>'service' LIKE $1 GROUP BY 1`,
    [`${prefix}%`],
  );
  const incidents = new Map(rows.map((row) => [row.service, row.incidents]));
  const lateness = load.alerts
    .filter(({ service }) => incidents.has(service))
    .map(({ service, acceptedAt }) => {
      const [paged = Number.POSITIVE_INFINITY] = receiver.pagesOf(service);
      return paged - Math.max(acceptedAt ?? since, since);
    });
  const slowest = Math.max(0, ...lateness);
  return {
    sent: load.alerts.length,
    accepted: load.alerts.filter(({ acceptedAt }) => acceptedAt !== null).length,
    stored: incidents.size,
    paged: load.alerts.filter(({ service }) => isPaged(service)).length,
    lost: load.alerts.filter(
      ({ service, acceptedAt }) => acceptedAt !== null && !incidents.has(service),
    ).length,
    unpaged: [...incidents.keys()].filter((service) => !isPaged(service)).length,
    doubled: load.alerts.filter(({ service }) => receiver.pagesOf(service).length > 1).length,
    split: rows.filter((row) => row.incidents > 1).length,
    slowestMs: Number.isFinite(slowest) ? slowest : null,
    latencies: latenciesOf(load, receiver),
  };
}

/** From the answer to the page, in order. */
function latenciesOf({ alerts }: Load, receiver: FaultStage['receiver']): readonly number[] {
  return alerts
    .flatMap(({ service, acceptedAt }) => {
      const [paged = Number.POSITIVE_INFINITY] = receiver.pagesOf(service);
      // A page may well be there before the answer has come back.
      return acceptedAt === null ? [] : Math.max(0, paged - acceptedAt);
    })
    .sort((a, b) => a - b);
}

/** NaN of nothing. */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function milliseconds(latency: number): string {
  return Number.isFinite(latency) ? latency.toFixed(0) : '∞';
}
