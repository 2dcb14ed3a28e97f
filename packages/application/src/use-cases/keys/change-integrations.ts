import {
  expectMay,
  expectMayMakeIntegrationKey,
  expectMaySetUpIntegration,
  HOUR,
  invalid,
  type Milliseconds,
  setUpFor,
} from '@klaxon/domain';
import type { AuditFacts } from '../../ports/audit-log.ts';
import type { IntegrationRecord } from '../../ports/key-repositories.ts';
import type { Transaction } from '../../ports/unit-of-work.ts';
import type { ByCaller, Caller } from '../../shared/caller.ts';
import { INTEGRATION_KEY_PREFIX } from '../access/authenticate.ts';
import { auditEntry, changedFacts } from '../audit/audit-entry.ts';
import { type KeyDeps, type NewKey, shownPart } from './key-tools.ts';

/** What a person decides about an integration. */
export type IntegrationInput = Pick<IntegrationRecord, 'name' | 'service' | 'teamId'>;

interface IntegrationIdInput {
  readonly integrationId: string;
}

export interface IntegrationEditInput extends IntegrationIdInput {
  readonly edit: Partial<IntegrationInput>;
}

export interface KeyRotationInput extends IntegrationIdInput {
  /** How long the old keys go on. */
  readonly overlap: Milliseconds;
}

const LONGEST_OVERLAP: Milliseconds = 7 * 24 * HOUR;

/**
 * Answers its first key; `actor` null: whoever runs Klaxon.
 *
 * @throws DomainError `conflict` where the name is taken; `invalid` for no such team; `forbidden` for a key of
 * less, of another team, or that ends
 */
export function makeCreateIntegration(deps: KeyDeps) {
  return ({
    actor,
    ...input
  }: { readonly actor: Caller | null } & IntegrationInput): Promise<NewKey> =>
    deps.unitOfWork.run(async (tx) => {
      if (actor !== null) expectMayMakeIntegrationKey(actor.principal, input.teamId);
      const now = deps.clock.now();
      const integration = { ...input, id: deps.ids.next(), createdAt: now, updatedAt: now };
      await tx.integrations.insert(integration);
      const key = await addKey(tx, deps, integration.id);
      await tx.audit.append([
        auditEntry(deps, actor, {
          action: 'integration.created',
          target: target(integration),
          after: facts(integration),
        }),
      ]);
      return { id: integration.id, key };
    });
}

/**
 * @throws DomainError `not-found`; `conflict` where the name is taken; `invalid` for no such team; `forbidden`
 * for the key of a team, where it is or is to be anybody else's
 */
export function makeEditIntegration(deps: KeyDeps) {
  return ({ actor, integrationId, edit }: ByCaller & IntegrationEditInput): Promise<void> =>
    deps.unitOfWork.run(async (tx) => {
      const integration = await tx.integrations.get(integrationId);
      const changed = { ...integration, ...edit, updatedAt: deps.clock.now() };
      for (const { teamId } of [integration, changed])
        expectMaySetUpIntegration(actor.principal, teamId);
      const change = changedFacts(facts(integration), facts(changed));
      if (Object.keys(change.after).length === 0) return;
      await tx.integrations.update(changed);
      await tx.audit.append([
        auditEntry(deps, actor, {
          action: 'integration.edited',
          target: target(changed),
          ...change,
        }),
      ]);
    });
}

/** Its keys end with it. @throws DomainError `not-found`; `forbidden` for the key of another team */
export function makeDeleteIntegration(deps: KeyDeps) {
  return ({ actor, integrationId }: ByCaller & IntegrationIdInput): Promise<void> =>
    deps.unitOfWork.run(async (tx) => {
      const integration = await tx.integrations.get(integrationId);
      expectMay(actor.principal, 'keys:write', setUpFor(integration.teamId));
      await tx.integrations.delete(integration.id);
      await tx.audit.append([
        auditEntry(deps, actor, {
          action: 'integration.deleted',
          target: target(integration),
          before: facts(integration),
        }),
      ]);
    });
}

/**
 * A new key, while the old ones go on for the overlap: time to put it where it is used.
 *
 * @throws DomainError `not-found`; `invalid` for an overlap of more than seven days; `forbidden` for the key of
 * another team
 */
export function makeRotateIntegrationKey(deps: KeyDeps) {
  return ({ actor, integrationId, overlap }: ByCaller & KeyRotationInput): Promise<NewKey> => {
    if (overlap < 0 || overlap > LONGEST_OVERLAP)
      throw invalid('overlap_seconds', 'must be from 0 to 604800: at most seven days');
    return deps.unitOfWork.run(async (tx) => {
      const integration = await tx.integrations.get(integrationId);
      expectMayMakeIntegrationKey(actor.principal, integration.teamId);
      await tx.integrations.expireKeys(integration.id, deps.clock.now() + overlap);
      const key = await addKey(tx, deps, integration.id);
      await tx.audit.append([
        auditEntry(deps, actor, {
          action: 'integration.key_rotated',
          target: target(integration),
          after: { prefix: shownPart(key), overlap_seconds: overlap / 1_000 },
        }),
      ]);
      return { id: integration.id, key };
    });
  };
}

async function addKey(
  tx: Transaction,
  { clock, ids, secrets }: KeyDeps,
  integrationId: string,
): Promise<string> {
  const { secret, hash } = secrets.make(INTEGRATION_KEY_PREFIX);
  await tx.integrations.addKey({
    id: ids.next(),
    integrationId,
    prefix: shownPart(secret),
    secretHash: hash,
    createdAt: clock.now(),
    expiresAt: null,
    lastUsedAt: null,
  });
  return secret;
}

function target({ id, name }: IntegrationRecord) {
  return { kind: 'integration', id, name };
}

function facts({ name, service, teamId }: IntegrationRecord): AuditFacts {
  return { name, service, team_id: teamId };
}
