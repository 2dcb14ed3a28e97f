import { createHash } from 'node:crypto';
import type { SignInThrottle } from '@klaxon/application';
import { DomainError, limit, networkOf } from '@klaxon/domain';
import type pg from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';

const MINUTE = 60;
/** Few tries at one account from one address; more at it from anywhere, so that nobody locks others out; and some from one address. */
const LIMITS = {
  both: { points: 10, duration: 15 * MINUTE },
  account: { points: 50, duration: 60 * MINUTE },
  address: { points: 100, duration: 15 * MINUTE },
};

/** Counts in the database, so that all processes count together. */
export function pgSignInThrottle(pool: pg.Pool): SignInThrottle {
  const limiter = (keyPrefix: keyof typeof LIMITS) =>
    new RateLimiterPostgres({
      storeClient: pool,
      storeType: 'pool',
      tableName: 'sign_in_limits',
      tableCreated: true,
      keyPrefix,
      ...LIMITS[keyPrefix],
    });
  const [both, account, address] = [limiter('both'), limiter('account'), limiter('address')];
  const counters = (email: string, from: string | null) => {
    const network = from === null ? 'nowhere' : networkOf(from);
    return [
      [both, digest(`${email} ${network}`)],
      [account, digest(email)],
      [address, digest(network)],
    ] as const;
  };

  return {
    async attempt(email, from) {
      for (const [counter, key] of counters(email, from)) {
        try {
          await counter.consume(key);
        } catch (error) {
          throw refusal(error);
        }
      }
    },
    async succeeded(email, from) {
      try {
        const [[, ofBoth], [, ofAccount], [, ofAddress]] = counters(email, from);
        await both.delete(ofBoth);
        await account.reward(ofAccount);
        await address.reward(ofAddress);
      } catch (error) {
        throw refusal(error);
      }
    },
  };
}

/** Neither addresses nor accounts stand in the table as they are. */
function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

function refusal(error: unknown): DomainError {
  if (error instanceof RateLimiterRes)
    return limit(
      'There were too many attempts to sign in. Wait a while before the next.',
      Math.max(1, Math.ceil(error.msBeforeNext / 1_000)),
    );
  return new DomainError(
    'unavailable',
    'Signing in does not work right now. Try again shortly.',
    [],
    {
      cause: error,
    },
  );
}
