import { forbidden } from '../shared/errors.ts';
import type { Instant } from '../shared/instant.ts';
import type { Action } from './action.ts';
import { expectMay, may, setUpFor } from './may.ts';
import type { Principal } from './principal.ts';
import type { Role } from './role.ts';

/**
 * Only a person opens an account that may do more than read, or puts it into a team: a key that could would be
 * every admin, and of every team that it can name.
 *
 * @param roles those that the account has, and is to have
 * @throws DomainError `forbidden`
 */
export function expectMayLetIn(principal: Principal, ...roles: readonly Role[]): void {
  if (principal.kind === 'api-key' && roles.some((role) => role !== 'viewer'))
    throw forbidden(
      'An API key lets in viewers alone. Sign in as an admin to let in, change or deactivate somebody with another role, to renew their link, or to put them into a team.',
    );
}

/** What a key is to be good for. */
export interface KeyPowers {
  readonly scopes: readonly Action[];
  readonly teamId: string | null;
  readonly expiresAt: Instant | null;
}

/**
 * A key does nothing that its maker may not, and the key of a machine neither leaves its team nor outlives it.
 *
 * @throws DomainError `forbidden`
 */
export function expectMayMakeKey(
  principal: Principal,
  { scopes, teamId, expiresAt }: KeyPowers,
): void {
  expectMay(principal, 'keys:write', setUpFor(teamId));
  for (const scope of scopes)
    if (!may(principal, scope, null).allowed)
      throw forbidden(`You cannot give away ${scope}: you may not do it yourself.`);
  if (principal.kind !== 'api-key' || principal.expiresAt === null) return;
  if (expiresAt === null || expiresAt > principal.expiresAt)
    throw forbidden(
      `This API key ends at ${new Date(principal.expiresAt).toISOString()}. It makes no key that ends later: set expires_at.`,
    );
}
