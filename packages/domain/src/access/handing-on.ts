import { forbidden } from '../shared/errors.ts';
import type { Instant } from '../shared/instant.ts';
import type { Action } from './action.ts';
import { ALL_TEAMS, expectMay, may, setUpFor } from './may.ts';
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
  const end = endOf(principal);
  if (end !== null && (expiresAt === null || expiresAt > end))
    throw forbidden(
      `This API key ends at ${new Date(end).toISOString()}. It makes no key that ends later: set expires_at.`,
    );
}

/**
 * Whoever sets up an integration, or what it adds to alerts, could send them as it does.
 *
 * @param teamId whose the integration is, or is to be
 * @throws DomainError `forbidden`
 */
export function expectMaySetUpIntegration(principal: Principal, teamId: string | null): void {
  expectMay(principal, 'keys:write', setUpFor(teamId));
  if (!may(principal, 'alerts:write', setUpFor(teamId)).allowed)
    throw forbidden('An integration sends alerts, which you may not do yourself: alerts:write.');
}

/** @throws DomainError `forbidden` for an API key that the integration's would outlive */
export function expectMayMakeIntegrationKey(principal: Principal, teamId: string | null): void {
  expectMaySetUpIntegration(principal, teamId);
  if (endOf(principal) !== null)
    throw forbidden(
      'This API key ends, and the key of an integration does not. Use one without an end, or sign in as an admin.',
    );
}

/** What messages tell of, and what they let do. */
const BY_MESSAGE = ['incidents:read', 'incidents:write'] as const;

/**
 * A channel and its rules bring whoever reads it incidents of all teams, with buttons that acknowledge and resolve
 * them.
 *
 * @throws DomainError `forbidden`
 */
export function expectMaySetUpChannel(principal: Principal): void {
  expectMay(principal, 'channels:write', ALL_TEAMS);
  for (const action of BY_MESSAGE)
    if (!may(principal, action, ALL_TEAMS).allowed)
      throw forbidden(
        `Messages tell of incidents of all teams and let acknowledge and resolve them, which you may not do yourself: ${action}.`,
      );
}

function endOf(principal: Principal): Instant | null {
  return principal.kind === 'api-key' ? principal.expiresAt : null;
}
