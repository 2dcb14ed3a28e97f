import type { SignInThrottle } from '@klaxon/application';
import { limit } from '@klaxon/domain';

/** Lets so many attempts through at each account from each address. */
export function countingThrottle(most: number): SignInThrottle {
  const attempts = new Map<string, number>();
  return {
    async attempt(email, address) {
      const key = `${email} ${address}`;
      const count = (attempts.get(key) ?? 0) + 1;
      attempts.set(key, count);
      if (count > most) throw limit('Too many attempts.', 60);
    },
    async succeeded(email, address) {
      attempts.delete(`${email} ${address}`);
    },
  };
}
