import type { Instant } from '../shared/instant.ts';
import { isAtLeast, type Role } from './role.ts';

/** What somebody is let in by, and what they are let in as. */
export interface Credentials {
  readonly role: Role;
  /** argon2id in PHC format; null for those who never set one. */
  readonly passwordHash: string | null;
  /** Whether it was set by a link that an API key made. */
  readonly passwordByKey: boolean;
  /** Null while it lets in. An ended one is kept so that whoever has it can be told. */
  readonly passwordEndedAt: Instant | null;
  /** Who they are at the OpenID provider; null for those who never came from there. */
  readonly oidc: { readonly issuer: string; readonly subject: string } | null;
  /** Null while they may sign in. */
  readonly deactivatedAt: Instant | null;
}

export function canSignIn({
  passwordHash,
  passwordEndedAt,
  oidc,
}: Pick<Credentials, 'passwordHash' | 'passwordEndedAt' | 'oidc'>): boolean {
  return oidc !== null || (passwordHash !== null && passwordEndedAt === null);
}

/** By which somebody becomes more: an identity that is proven elsewhere, a higher role, or the account itself. */
type Gain = 'identity' | 'role' | 'account';

function gainOf(before: Credentials, after: Credentials): Gain | null {
  const { oidc } = after;
  const isTied = oidc?.issuer === before.oidc?.issuer && oidc?.subject === before.oidc?.subject;
  if (oidc !== null && !isTied) return 'identity';
  if (before.role !== after.role && isAtLeast(after.role, before.role)) return 'role';
  return before.deactivatedAt !== null && after.deactivatedAt === null ? 'account' : null;
}

/** Which of the earlier ways in end. Sessions and known places end in any case. */
export interface EndedCredentials {
  readonly password: boolean;
  /** `by-key`: one that an API key made. */
  readonly link: 'any' | 'by-key';
}

/**
 * What ends where somebody becomes more by a change; null where they do not. Whoever came in before it was
 * let in as less, and need not be who they are now. An identity of the provider is a way in of its own, so it
 * leaves none of the others; else what an admin gave stays, for an admin could be anybody without it.
 */
export function credentialsToEnd(before: Credentials, after: Credentials): EndedCredentials | null {
  const gain = gainOf(before, after);
  if (gain === null) return null;
  const isTie = gain === 'identity';
  return {
    password: after.passwordHash !== null && (isTie || after.passwordByKey),
    link: isTie ? 'any' : 'by-key',
  };
}
