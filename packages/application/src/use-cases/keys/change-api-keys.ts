import {
  type Action,
  expectMay,
  expectMayMakeKey,
  GRANTABLE_ACTIONS,
  type Instant,
  invalid,
  setUpFor,
} from '@klaxon/domain';
import type { AuditFacts } from '../../ports/audit-log.ts';
import type { ApiKeyRecord } from '../../ports/key-repositories.ts';
import type { ByCaller } from '../../shared/caller.ts';
import { API_KEY_PREFIX } from '../access/authenticate.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import { expectFuture, type KeyDeps, type NewKey, shownPart } from './key-tools.ts';

export interface ApiKeyInput {
  readonly name: string;
  readonly scopes: readonly Action[];
  /** The team whose incidents it may act on; null for those of all. */
  readonly teamId: string | null;
  readonly expiresAt: Instant | null;
}

/**
 * @throws DomainError `invalid` for scopes that no key can have, an end in the past or no such team;
 * `forbidden` for what the caller may not do or give away; `conflict` where the name is taken
 */
export function makeCreateApiKey(deps: KeyDeps) {
  const { unitOfWork, clock, ids, secrets } = deps;
  return async ({ actor, ...input }: ByCaller & ApiKeyInput): Promise<NewKey> => {
    const { name, teamId, expiresAt } = input;
    const scopes = [...new Set(input.scopes)];
    if (scopes.length === 0) throw invalid('scopes', 'must name at least one');
    for (const scope of scopes) {
      if (!GRANTABLE_ACTIONS.includes(scope)) throw invalid('scopes', `cannot be ${scope}`);
    }
    expectMayMakeKey(actor.principal, { scopes, teamId, expiresAt });
    const now = clock.now();
    expectFuture(expiresAt, now);
    const { secret, hash } = secrets.make(API_KEY_PREFIX);
    const key: ApiKeyRecord = {
      id: ids.next(),
      name,
      prefix: shownPart(secret),
      secretHash: hash,
      scopes,
      teamId,
      createdById: actor.principal.kind === 'user' ? actor.principal.id : null,
      createdAt: now,
      expiresAt,
      lastUsedAt: null,
    };
    await unitOfWork.run(async (tx) => {
      await tx.apiKeys.insert(key);
      await tx.audit.append([
        auditEntry(deps, actor, {
          action: 'api_key.created',
          target: target(key),
          after: facts(key),
        }),
      ]);
    });
    return { id: key.id, key: secret };
  };
}

/** @throws DomainError `not-found`; `forbidden` for the key of another team */
export function makeRevokeApiKey(deps: KeyDeps) {
  return ({ actor, keyId }: ByCaller & { readonly keyId: string }): Promise<void> =>
    deps.unitOfWork.run(async (tx) => {
      const key = await tx.apiKeys.get(keyId);
      expectMay(actor.principal, 'keys:write', setUpFor(key.teamId));
      await tx.apiKeys.delete(key.id);
      await tx.audit.append([
        auditEntry(deps, actor, {
          action: 'api_key.revoked',
          target: target(key),
          before: facts(key),
        }),
      ]);
    });
}

function target({ id, name }: ApiKeyRecord) {
  return { kind: 'api_key', id, name };
}

function facts({ name, prefix, scopes, teamId, expiresAt }: ApiKeyRecord): AuditFacts {
  return { name, prefix, scopes: [...scopes], team_id: teamId, expires_at: expiresAt };
}
