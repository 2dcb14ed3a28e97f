import type { Instant } from '@klaxon/domain';

/** Everything that leaves a line, as a noun and what was done to it. */
export const AUDIT_ACTIONS = [
  'user.invited',
  'user.edited',
  'user.deactivated',
  'user.reactivated',
  'user.invitation_renewed',
  'user.created_admin',
  'user.password_changed',
  'user.invitation_accepted',
  'team.created',
  'team.edited',
  'team.deleted',
  'service.created',
  'service.edited',
  'service.deleted',
  'session.signed_in',
  'session.sign_in_failed',
  'session.signed_out',
  'session.revoked',
  'session.token_created',
  'api_key.created',
  'api_key.revoked',
  'integration.created',
  'integration.edited',
  'integration.deleted',
  'integration.key_rotated',
  'channel.created',
  'channel.edited',
  'channel.deleted',
  'channel.tested',
  'rule.created',
  'rule.edited',
  'rule.deleted',
  'notification.resent',
  'secrets.rotated',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** One line of who did what to Klaxon itself. What happened to incidents stands on their timelines. */
export interface AuditEntry {
  readonly id: string;
  readonly at: Instant;
  readonly actor: {
    readonly kind: string;
    readonly id: string | null;
    /** As it was then. */
    readonly name: string;
  };
  /** An `AuditAction`, or one that only a newer Klaxon knows. */
  readonly action: string;
  readonly target: { readonly kind: string; readonly id: string | null; readonly name: string };
  /** What it was and what it is, without secrets; null where there is no such side. */
  readonly before: AuditFacts | null;
  readonly after: AuditFacts | null;
  readonly requestId: string | null;
  readonly address: string | null;
}

export type AuditFacts = Readonly<
  Record<string, string | number | boolean | null | readonly (string | number)[]>
>;

/** Inside a transaction: what is done and that it was done commit together. Nothing in it is ever changed. */
export interface AuditLog {
  append(entries: readonly AuditEntry[]): Promise<void>;
}
