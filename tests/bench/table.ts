import type { Comparison } from './compare-ingest.ts';
import type { Figures } from './measure.ts';

const COLUMNS = [
  ['alerts/webhook', 14],
  ['alerts', 9],
  ['connections', 11],
  ['klaxon/s', 9],
  ['p50 ms', 8],
  ['p99 ms', 8],
  ['floor is', 8],
  ['floor/s', 9],
  ['p50 ms', 8],
  ['p99 ms', 8],
  ['ratio', 6],
] as const;

export function heading(): string {
  return row(COLUMNS.map(([name]) => name));
}

export function line(
  result: Comparison & { readonly size: number; readonly connections: number },
): string {
  const { size, connections, alerts, klaxon, floorIs, floor } = result;
  const cells = (of: Figures) => [
    Math.round(of.alertsPerSecond).toString(),
    of.p50.toFixed(1),
    of.p99.toFixed(1),
  ];
  return row([
    size.toString(),
    alerts,
    connections.toString(),
    ...cells(klaxon),
    floorIs,
    ...cells(floor),
    (klaxon.alertsPerSecond / floor.alertsPerSecond).toFixed(2),
  ]);
}

function row(cells: readonly string[]): string {
  return cells.map((cell, index) => cell.padStart(COLUMNS[index]?.[1] ?? 0)).join('  ');
}
