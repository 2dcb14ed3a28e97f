import { DomainError } from '../shared/errors.ts';
import { type Action, actionRule } from './action.ts';
import type { Principal } from './principal.ts';
import { isAtLeast } from './role.ts';

/** What an action is done to. */
export interface Owned {
  /** The team it belongs to; null where it is everybody's. */
  readonly teamId: string | null;
}

/** What concerns every team: who is limited to some may not do it. */
export const ALL_TEAMS = 'all-teams';
export type Resource = Owned | typeof ALL_TEAMS;

/** What is set up for a team is its own; what is set up for none concerns them all. */
export function setUpFor(teamId: string | null): Resource {
  return teamId === null ? ALL_TEAMS : { teamId };
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
export function may(principal: Principal, action: Action, resource: Resource | null): Permission {
  const rule = actionRule(action);
  switch (principal.kind) {
    case 'local':
      return YES;
    case 'anonymous':
      return { allowed: false, kind: 'unauthenticated', reason: 'Sign in, or send a key.' };
    case 'local-sender':
      return action === 'alerts:write'
        ? YES
        : {
            allowed: false,
            kind: 'unauthenticated',
            reason: 'Without the token of this Klaxon a program can only send alerts.',
          };
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
        : no(
            resource === ALL_TEAMS
              ? 'This API key is for one team, and this concerns all of them.'
              : 'This API key is for another team.',
          );
    }
    case 'user': {
      const { role, teamIds } = principal;
      if (!isAtLeast(role, rule.role)) return no(`This takes the role ${rule.role}.`);
      return !rule.owned || role === 'admin' || isTheirs(resource, teamIds)
        ? YES
        : no(
            resource === ALL_TEAMS
              ? 'This concerns all teams: it takes the role admin.'
              : 'This belongs to a team that you are not in.',
          );
    }
  }
}

/** @throws DomainError `unauthenticated` or `forbidden`, with the reason */
export function expectMay(principal: Principal, action: Action, resource: Resource | null): void {
  const permission = may(principal, action, resource);
  if (!permission.allowed) throw new DomainError(permission.kind, permission.reason);
}

function isTheirs(resource: Resource | null, teamIds: readonly string[]): boolean {
  if (resource === ALL_TEAMS) return false;
  return resource === null || resource.teamId === null || teamIds.includes(resource.teamId);
}

function no(reason: string): Permission {
  return { allowed: false, kind: 'forbidden', reason };
}
