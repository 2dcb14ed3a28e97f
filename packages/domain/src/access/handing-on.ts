import { forbidden } from '../shared/errors.ts';
import type { Principal } from './principal.ts';
import type { Role } from './role.ts';

/**
 * Only a person opens an account that may do more than read: a key that could would be every admin.
 *
 * @param roles those that the account has, and is to have
 * @throws DomainError `forbidden`
 */
export function expectMayLetIn(principal: Principal, ...roles: readonly Role[]): void {
  if (principal.kind === 'api-key' && roles.some((role) => role !== 'viewer'))
    throw forbidden(
      'An API key lets in viewers alone. Sign in as an admin to let in, change or deactivate somebody with another role, or to renew their link.',
    );
}
