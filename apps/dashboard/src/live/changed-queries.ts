import type { RefreshRound } from './refresher.ts';

const LISTS = /^\/api\/(incidents|alerts|notifications)$/;
const OF_ONE = /^\/api\/incidents\/\{id\}/;
const SUMS = /^\/api\/(metrics|status)/;

/** Whether a query, by its key `[method, path, parameters]`, may answer otherwise after these changes. */
export function isChanged(queryKey: readonly unknown[], round: RefreshRound): boolean {
  if (round.everything) return true;
  const [, path, parameters] = queryKey;
  if (typeof path !== 'string') return false;
  if (SUMS.test(path)) return round.sums;
  if (OF_ONE.test(path)) return round.incidentIds.has(idIn(parameters));
  return LISTS.test(path);
}

function idIn(parameters: unknown): string {
  const id = partOf(partOf(partOf(parameters, 'params'), 'path'), 'id');
  return typeof id === 'string' ? id : '';
}

function partOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && name in value
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}
