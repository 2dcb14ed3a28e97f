import type { Instant } from '@klaxon/domain';
import type { Clock } from '../ports/clock.ts';

/** Asks once for all who ask within this time. What failed is not remembered. */
export function rememberedFor<T>(
  time: number,
  ask: () => Promise<T>,
  clock: Clock,
): () => Promise<T> {
  let last: { readonly at: Instant; readonly answer: Promise<T> } | null = null;
  return () => {
    const age = last ? clock.now() - last.at : Number.POSITIVE_INFINITY;
    if (last && age >= 0 && age < time) return last.answer;
    const asked = { at: clock.now(), answer: ask() };
    last = asked;
    asked.answer.catch(() => {
      if (last === asked) last = null;
    });
    return asked.answer;
  };
}
