import { hasEnded, type Principal, type SessionPolicy } from '@klaxon/domain';
import type { Clock } from '../../ports/clock.ts';
import type { AccessQueries } from '../../queries/access-queries.ts';

/** Those of these who are not any more whom they were let in as. */
export type FindRevoked = (principals: readonly Principal[]) => Promise<ReadonlySet<Principal>>;

interface WhoFellDeps {
  readonly queries: Pick<AccessQueries, 'standing'>;
  readonly clock: Clock;
  readonly policy: SessionPolicy;
}

/**
 * For what goes on after its request was let in. Somebody falls with their session, account or key, and with
 * another role: what they may is to be judged again. One query, however many are asked about.
 */
export function makeFindRevoked({ queries, clock, policy }: WhoFellDeps): FindRevoked {
  return async (principals) => {
    const sessionIds = principals.flatMap((one) => (one.kind === 'user' ? one.sessionId : []));
    const apiKeyIds = principals.flatMap((one) => (one.kind === 'api-key' ? one.id : []));
    if (sessionIds.length + apiKeyIds.length === 0) return new Set();
    const { sessions, apiKeys } = await queries.standing(
      [...new Set(sessionIds)],
      [...new Set(apiKeyIds)],
    );
    const now = clock.now();
    const roles = new Map(
      sessions.flatMap((one) =>
        one.isActive && !hasEnded(one, policy, now) ? [[one.id, one.role]] : [],
      ),
    );
    const keys = new Set(
      apiKeys.flatMap(({ id, expiresAt }) => (expiresAt === null || expiresAt > now ? id : [])),
    );
    const stands = (one: Principal): boolean => {
      if (one.kind === 'user') return roles.get(one.sessionId) === one.role;
      return one.kind !== 'api-key' || keys.has(one.id);
    };
    return new Set(principals.filter((one) => !stands(one)));
  };
}
