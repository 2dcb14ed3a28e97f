import { INVITATION_LIFETIME, type Instant } from '@klaxon/domain';
import type { AuditEntry, AuditFacts } from '../../ports/audit-log.ts';
import type { BearerSecrets } from '../../ports/bearer-secrets.ts';
import type { UserRecord } from '../../ports/people-repositories.ts';
import type { Transaction } from '../../ports/unit-of-work.ts';
import type { Caller } from '../../shared/caller.ts';
import type { ChangeDeps } from '../../shared/change-deps.ts';

export interface InvitationDeps extends ChangeDeps {
  readonly secrets: BearerSecrets;
}

/** What opens the page where somebody sets their password: shown now and never again. */
export interface OneTimeLink {
  readonly token: string;
  readonly expiresAt: Instant;
}

/** Makes a link in place of the one that the user had; `by` null: whoever runs Klaxon. */
export async function putInvitation(
  tx: Transaction,
  { clock, ids, secrets }: InvitationDeps,
  userId: string,
  by: Caller | null,
): Promise<OneTimeLink> {
  const createdAt = clock.now();
  const expiresAt = createdAt + INVITATION_LIFETIME;
  const { secret, hash } = secrets.make();
  const byKey = by?.principal.kind === 'api-key';
  await tx.invitations.put({
    id: ids.next(),
    userId,
    tokenHash: hash,
    createdAt,
    expiresAt,
    byKey,
  });
  return { token: secret, expiresAt };
}

export function userTarget({ id, email }: UserRecord): AuditEntry['target'] {
  return { kind: 'user', id, name: email };
}

/** What the audit log says of a user; `openid` is who they are at the provider. */
export function userFacts(
  { email, name, role, oidc }: UserRecord,
  teamIds: readonly string[],
): AuditFacts {
  const openid = oidc && `${oidc.subject} at ${oidc.issuer}`;
  return { email, name, role, team_ids: [...teamIds].sort(), openid };
}
