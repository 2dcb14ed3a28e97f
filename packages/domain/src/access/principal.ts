import type { Actor } from '../incident/incident-event.ts';
import type { Instant } from '../shared/instant.ts';
import type { Action } from './action.ts';
import type { Role } from './role.ts';

/** A person who is signed in. */
export interface UserPrincipal {
  readonly kind: 'user';
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly teamIds: readonly string[];
  /** The session that this is part of, by which it can be ended. */
  readonly sessionId: string;
}

export interface ApiKeyPrincipal {
  readonly kind: 'api-key';
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly Action[];
  /** The team whose incidents it may act on; null for those of all. */
  readonly teamId: string | null;
  /** Null: never. */
  readonly expiresAt: Instant | null;
}

export interface IntegrationPrincipal {
  readonly kind: 'integration';
  readonly id: string;
  readonly name: string;
  /** The service of alerts that name none. */
  readonly service: string | null;
  /** The team that services first heard of through it belong to. */
  readonly teamId: string | null;
}

/** Who asks, as far as it has been proven. */
export type Principal =
  | UserPrincipal
  | ApiKeyPrincipal
  | IntegrationPrincipal
  /** The one at the machine, where nobody signs in: they have shown the token of this Klaxon. */
  | { readonly kind: 'local' }
  /** A program of the machine, where nobody signs in: it has shown nothing, and only reports. */
  | { readonly kind: 'local-sender' }
  | { readonly kind: 'anonymous' };

export const LOCAL = { kind: 'local' } as const satisfies Principal;
export const LOCAL_SENDER = { kind: 'local-sender' } as const satisfies Principal;
export const ANONYMOUS = { kind: 'anonymous' } as const satisfies Principal;

/** Somebody: what an open door let in is not. */
export type KnownPrincipal = Exclude<Principal, typeof ANONYMOUS | typeof LOCAL_SENDER>;

export function isKnown(principal: Principal): principal is KnownPrincipal {
  return principal.kind !== 'anonymous' && principal.kind !== 'local-sender';
}

/** How timelines name them. */
export function actorOf(principal: KnownPrincipal): Actor {
  switch (principal.kind) {
    case 'user':
      return { kind: 'person', id: principal.id, name: principal.name };
    case 'api-key':
      return { kind: 'integration', id: `api-key:${principal.name}` };
    case 'integration':
      return { kind: 'integration', id: principal.name };
    case 'local':
      return { kind: 'person', id: 'local', isAnybody: true };
  }
}
