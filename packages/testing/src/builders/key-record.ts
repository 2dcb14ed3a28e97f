import type { ApiKeyRecord, IntegrationKeyRecord, IntegrationRecord } from '@klaxon/application';
import { START } from '../movable-clock.ts';
import { idOf } from '../sequential-ids.ts';

const unused = { createdAt: START, expiresAt: null, lastUsedAt: null };
const hashOf = (byte: number) => new Uint8Array(32).fill(byte);

/** A key that may read incidents of all teams, for ever. */
export function apiKeyRecord(overrides: Partial<ApiKeyRecord> = {}): ApiKeyRecord {
  return {
    id: idOf(3_000),
    name: 'Terraform',
    prefix: 'klx_4fQ9tBzA',
    secretHash: hashOf(30),
    scopes: ['incidents:read'],
    teamId: null,
    createdById: null,
    ...unused,
    ...overrides,
  };
}

/** Adds nothing to what comes through it. */
export function integrationRecord(overrides: Partial<IntegrationRecord> = {}): IntegrationRecord {
  const times = { createdAt: START, updatedAt: START };
  const name = 'Prometheus of the shop';
  return { id: idOf(3_100), name, service: null, teamId: null, ...times, ...overrides };
}

export function integrationKeyRecord(
  overrides: Partial<IntegrationKeyRecord> = {},
): IntegrationKeyRecord {
  return {
    id: idOf(3_200),
    integrationId: idOf(3_100),
    prefix: 'kli_8sGh2LpQ',
    secretHash: hashOf(32),
    ...unused,
    ...overrides,
  };
}
