import type { ServiceRecord, TeamRecord, UserRecord } from '@klaxon/application';
import { START } from '../movable-clock.ts';
import { idOf } from '../sequential-ids.ts';

/** An active responder with a password. */
export function userRecord(overrides: Partial<UserRecord> = {}): UserRecord {
  return {
    id: idOf(1_000),
    email: 'ada@example.org',
    name: 'Ada',
    role: 'responder',
    passwordHash: '$argon2id$of-ada',
    passwordByKey: false,
    passwordEndedAt: null,
    oidc: null,
    createdAt: START,
    updatedAt: START,
    deactivatedAt: null,
    ...overrides,
  };
}

export function teamRecord(overrides: Partial<TeamRecord> = {}): TeamRecord {
  return { id: idOf(1_100), name: 'Payments', createdAt: START, updatedAt: START, ...overrides };
}

export function serviceRecord(overrides: Partial<ServiceRecord> = {}): ServiceRecord {
  const times = { createdAt: START, updatedAt: START };
  return { id: idOf(1_200), name: 'checkout', teamId: null, ...times, ...overrides };
}
