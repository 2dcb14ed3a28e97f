import { type Action, actionRule } from './action.ts';
import type { Principal } from './principal.ts';
import { isAtLeast } from './role.ts';

/** What an action is done to. */
export interface Owned {
  /** The team it belongs to; null where it is everybody's. */
  readonly teamId: string | null;
}

export type Permission =
  | { readonly allowed: true }
  | {
      readonly allowed: false;
      readonly kind: 'unauthenticated' | 'forbidden';
      /** A sentence for who asked. */
      readonly reason: string;
    };

const YES: Permission = { allowed: true };

/**
 * The one policy of who may do what. Without a resource it answers whether there is anything at all that
 * they may do it to.
 */
export function may(principal: Principal, action: Action, resource: Owned | null): Permission {
  const rule = actionRule(action);
  switch (principal.kind) {
    case 'local':
      return YES;
    case 'anonymous':
      return { allowed: false, kind: 'unauthenticated', reason: 'Sign in, or send a key.' };
    case 'integration':
      return action === 'alerts:write'
        ? YES
        : no('The key of an integration can only send alerts. Use an API key for this.');
    case 'api-key': {
      if (!principal.scopes.includes(action))
        return no(`This API key does not have the scope ${action}.`);
      const { teamId } = principal;
      return !rule.owned || teamId === null || isTheirs(resource, [teamId])
        ? YES
        : no('This API key is for another team.');
    }
    case 'user': {
      const { role, teamIds } = principal;
      if (!isAtLeast(role, rule.role)) return no(`This takes the role ${rule.role}.`);
      return !rule.owned || role === 'admin' || isTheirs(resource, teamIds)
        ? YES
        : no('This belongs to a team that you are not in.');
    }
  }
}

function isTheirs(resource: Owned | null, teamIds: readonly string[]): boolean {
  return resource === null || resource.teamId === null || teamIds.includes(resource.teamId);
}

function no(reason: string): Permission {
  return { allowed: false, kind: 'forbidden', reason };
}
