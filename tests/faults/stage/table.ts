import { milliseconds, quantile } from './count-pages.ts';
import type { RoundReport, Scenario } from './scenario.ts';

const COLUMNS = [
  ['scenario', -16],
  ['round', 5],
  ['fault', -26],
  ['sent', 6],
  ['accepted', 8],
  ['stored', 6],
  ['paged', 6],
  ['unpaged', 7],
  ['doubled', 7],
  ['slowest s', 9],
  ['p50 ms', 7],
  ['p95 ms', 7],
  ['notes', -1],
] as const;

export const HEADING = row(COLUMNS.map(([name]) => name));

export function lineOf(name: string, round: number, { fault, count, notes }: RoundReport): string {
  const { sent, accepted, stored, paged, unpaged, doubled, slowestMs, latencies } = count;
  const slowest = slowestMs === null ? 'never' : (slowestMs / 1_000).toFixed(1);
  const quantiles = [0.5, 0.95].map((share) => milliseconds(quantile(latencies, share)));
  const counts = [sent, accepted, stored, paged, unpaged, doubled].map(String);
  return row([name, String(round), fault, ...counts, slowest, ...quantiles, notes]);
}

/** What must not be, in words. */
export function faultsOf(
  { count, faults }: RoundReport,
  { withinSeconds }: Pick<Scenario, 'withinSeconds'>,
): readonly string[] {
  const { sent, accepted, lost, unpaged, split, slowestMs } = count;
  return [
    ...(accepted < sent ? [`${sent - accepted} of ${sent} alerts were not accepted`] : []),
    ...(lost > 0 ? [`${lost} accepted alerts are not stored`] : []),
    ...(unpaged > 0 ? [`${unpaged} incidents paged nobody`] : []),
    ...(split > 0 ? [`${split} alerts opened more than one incident`] : []),
    ...(slowestMs !== null && slowestMs > withinSeconds * 1_000
      ? [`a page came after ${(slowestMs / 1_000).toFixed(1)} s: more than ${withinSeconds} s`]
      : []),
    ...faults,
  ];
}

function row(cells: readonly string[]): string {
  return cells
    .map((cell, index) => {
      const width = COLUMNS[index]?.[1] ?? 0;
      return width < 0 ? cell.padEnd(-width) : cell.padStart(width);
    })
    .join('  ')
    .trimEnd();
}
