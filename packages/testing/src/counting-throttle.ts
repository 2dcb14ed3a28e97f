import type { SignInThrottle } from '@klaxon/application';
import { limit } from '@klaxon/domain';

/** Lets so many attempts through at each account from each address, and in each session. */
export function countingThrottle(most: number): SignInThrottle {
  const attempts = new Map<string, number>();
  async function attempt(key: string) {
    const count = (attempts.get(key) ?? 0) + 1;
    attempts.set(key, count);
    if (count > most) throw limit('Too many attempts.', 60);
    return async () => {
      attempts.delete(key);
    };
  }
  return {
    attempt: (email, { address }) => attempt(`${email} ${address}`),
    attemptInSession: (sessionId) => attempt(sessionId),
  };
}
