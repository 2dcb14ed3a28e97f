import { createHash } from 'node:crypto';
import type { SignInPlace, SignInThrottle, TakeBack } from '@klaxon/application';
import { DomainError, KNOWN_PLACE_LIFETIME, limit, networkOf } from '@klaxon/domain';
import type pg from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { placeDigests } from './place-digest.ts';

const MINUTE = 60;
const FEW = { points: 10, duration: 15 * MINUTE };
/**
 * Few tries at one account from one address; more at it from all that it does not know, so that no number of addresses
 * helps; and some from one address. A browser and a network that the account knows, and a session, have tries of their
 * own instead.
 */
const LIMITS = {
  device: FEW,
  network: FEW,
  session: FEW,
  both: FEW,
  account: { points: 50, duration: 60 * MINUTE },
  address: { points: 100, duration: 15 * MINUTE },
};

/** Asked for accounts that are not there as well, at the same cost. */
const KNOWN_OF = `
  SELECT p.place FROM known_places p JOIN users u ON u.id = p.user_id
  WHERE u.email = $1 AND p.place = ANY($2::bytea[]) AND p.last_seen_at > now() - make_interval(secs => $3)`;

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
  const limiters = {
    device: limiter('device'),
    network: limiter('network'),
    session: limiter('session'),
    both: limiter('both'),
    account: limiter('account'),
    address: limiter('address'),
  };

  /** What an attempt counts under, and whether one that was no guess forgets those before it or only itself. */
  async function countersOf(email: string, place: SignInPlace) {
    const { marks, network } = placeDigests(place);
    const places = [...marks.map(({ digest }) => digest), ...(network ? [network] : [])];
    const { rows } = await pool.query<{ readonly place: Buffer }>({
      name: 'known-places',
      text: KNOWN_OF,
      values: [email, places, KNOWN_PLACE_LIFETIME / 1_000],
    });
    const isKnown = (digest: Uint8Array) => rows.some((row) => row.place.equals(digest));
    const mark = marks.find(({ digest }) => isKnown(digest));
    const from = place.address === null ? 'nowhere' : networkOf(place.address);
    const here = digest(`${email} ${from}`);
    if (mark) return [[limiters.device, digest(`${email} ${mark.mark}`), 'forgets']] as const;
    if (network && isKnown(network)) return [[limiters.network, here, 'forgets']] as const;
    return [
      [limiters.both, here, 'forgets'],
      [limiters.account, digest(email), 'rewards'],
      [limiters.address, digest(from), 'rewards'],
    ] as const;
  }

  async function count(
    counters:
      | Awaited<ReturnType<typeof countersOf>>
      | readonly [readonly [RateLimiterPostgres, string, 'forgets']],
  ): Promise<TakeBack> {
    try {
      for (const [counter, key] of counters) await counter.consume(key);
    } catch (error) {
      throw refusal(error);
    }
    return async () => {
      try {
        for (const [counter, key, how] of counters)
          await (how === 'forgets' ? counter.delete(key) : counter.reward(key));
      } catch (error) {
        throw refusal(error);
      }
    };
  }

  return {
    async attempt(email, place) {
      const counters = await countersOf(email, place).catch((error: unknown) => {
        throw refusal(error);
      });
      return count(counters);
    },
    attemptInSession: (sessionId) =>
      count([[limiters.session, digest(sessionId), 'forgets']] as const),
  };
}

/** Neither addresses nor accounts stand in the table as they are. */
function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

function refusal(error: unknown): DomainError {
  if (error instanceof RateLimiterRes)
    return limit(
      'There were too many attempts to sign in. Wait a while before the next; or come from a browser or network where you signed in lately, sign in with the OpenID provider, or ask an admin for a one-time link, which work at once.',
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
