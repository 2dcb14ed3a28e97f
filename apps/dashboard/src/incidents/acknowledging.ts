import type { Incident } from './incident.ts';

type Held = Pick<Incident, 'status' | 'assignee_id'>;

/**
 * What it does to an incident that somebody acknowledges it.
 *
 * @param userId null where nobody signs in, and nothing is anybody's
 */
export function acknowledging(
  { status, assignee_id: assignee }: Held,
  userId: string | null,
): 'claims' | 'takes over' | 'nothing' {
  if (status === 'open') return 'claims';
  const isOthers = status === 'acknowledged' && userId !== null && userId !== assignee;
  return isOthers ? 'takes over' : 'nothing';
}

/** Those of several that are nobody's yet, and those that would be taken away from others. */
export function split<I extends Held>(incidents: readonly I[], userId: string | null) {
  const of = (effect: ReturnType<typeof acknowledging>) =>
    incidents.filter((one) => acknowledging(one, userId) === effect);
  return { free: of('claims'), others: of('takes over') };
}
