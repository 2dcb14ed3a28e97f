import type { Caller } from '@klaxon/application';
import { LOCAL } from '@klaxon/domain';

/** Whoever sits at the machine. */
export const LOCAL_CALLER: Caller = { principal: LOCAL, requestId: 'r-1', address: '127.0.0.1' };

/** A use case as whoever sits at the machine uses it. */
export function asLocal<Rest extends readonly unknown[], Answer>(
  useCase: (by: Caller, ...rest: Rest) => Answer,
): (...rest: Rest) => Answer {
  return (...rest) => useCase(LOCAL_CALLER, ...rest);
}
