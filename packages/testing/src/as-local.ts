import type { ByCaller, Caller } from '@klaxon/application';
import { LOCAL } from '@klaxon/domain';

/** Whoever sits at the machine. */
export const LOCAL_CALLER: Caller = { principal: LOCAL, requestId: 'r-1', address: '127.0.0.1' };

/** A use case as whoever sits at the machine uses it. */
export function asLocal<Input, Answer>(
  useCase: (input: ByCaller & Input) => Answer,
): (input: Input) => Answer {
  return (input) => useCase({ ...input, actor: LOCAL_CALLER });
}
