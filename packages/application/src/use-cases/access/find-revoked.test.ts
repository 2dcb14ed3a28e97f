import { beforeEach, expect, test } from '@jest/globals';
import {
  ANONYMOUS,
  type ApiKeyPrincipal,
  DEFAULT_SESSION_POLICY,
  HOUR,
  LOCAL,
  MINUTE,
  type UserPrincipal,
} from '@klaxon/domain';
import { apiKeyRecord, makeStage, START, type Stage, userRecord } from '@klaxon/testing';
import type { Transaction } from '../../ports/unit-of-work.ts';
import { type FindRevoked, makeFindRevoked } from './find-revoked.ts';

const ADA = userRecord();
const KEY_RECORD = apiKeyRecord({ expiresAt: START + HOUR });
const SESSION = {
  id: 'session-1',
  userId: ADA.id,
  kind: 'browser',
  tokenHash: new Uint8Array(32),
  createdAt: START,
  lastSeenAt: START,
  expiresAt: START + 2 * HOUR,
  userAgent: null,
  address: null,
} as const;
const USER: UserPrincipal = {
  kind: 'user',
  id: ADA.id,
  email: ADA.email,
  name: ADA.name,
  role: ADA.role,
  teamIds: [],
  sessionId: SESSION.id,
};
const KEY: ApiKeyPrincipal = {
  kind: 'api-key',
  id: KEY_RECORD.id,
  name: KEY_RECORD.name,
  scopes: KEY_RECORD.scopes,
  teamId: null,
  expiresAt: KEY_RECORD.expiresAt,
};

let stage: Stage;
let asked: number;
let findRevoked: FindRevoked;

beforeEach(async () => {
  stage = makeStage();
  asked = 0;
  const { accessQueries } = stage.database;
  findRevoked = makeFindRevoked({
    queries: {
      standing: (...ids) => {
        asked += 1;
        return accessQueries.standing(...ids);
      },
    },
    clock: stage.clock,
    policy: DEFAULT_SESSION_POLICY,
  });
  await stage.tools.unitOfWork.run(async (tx) => {
    await tx.users.insert(ADA);
    await tx.sessions.insert(SESSION);
    await tx.apiKeys.insert(KEY_RECORD);
  });
});

const revoked = async () => [...(await findRevoked([USER, KEY, LOCAL, ANONYMOUS]))];
const run = (work: (tx: Transaction) => Promise<unknown>) => stage.tools.unitOfWork.run(work);

test('nobody falls as long as nothing ends, and it is one query however many are asked about', async () => {
  expect(await findRevoked(Array.from({ length: 100 }, () => [USER, KEY]).flat())).toEqual(
    new Set(),
  );
  expect(asked).toBe(1);
});

test.each<[string, (tx: Transaction) => Promise<unknown>]>([
  ['their session', (tx) => tx.sessions.delete(ADA.id, SESSION.id)],
  ['their account', (tx) => tx.users.update({ ...ADA, deactivatedAt: START })],
  ['a lower role', (tx) => tx.users.update({ ...ADA, role: 'viewer' })],
  ['a higher role', (tx) => tx.users.update({ ...ADA, role: 'admin' })],
])('a person falls with %s', async (_, end) => {
  await run(end);
  expect(await revoked()).toEqual([USER]);
});

test('a key falls when it is revoked, and when it ends by itself', async () => {
  stage.clock.advance(HOUR - 1);
  expect(await revoked()).toEqual([]);
  stage.clock.advance(1);
  expect(await revoked()).toEqual([KEY]);
  stage.clock.set(START);
  await run((tx) => tx.apiKeys.delete(KEY_RECORD.id));
  expect(await revoked()).toEqual([KEY]);
});

test('a session falls at its end, and idle', async () => {
  await run((tx) => tx.apiKeys.delete(KEY_RECORD.id));
  stage.clock.advance(2 * HOUR);
  expect(await revoked()).toEqual([USER, KEY]);
  stage.clock.set(START + HOUR);
  const idle = makeFindRevoked({
    queries: stage.database.accessQueries,
    clock: stage.clock,
    policy: { ...DEFAULT_SESSION_POLICY, idle: 30 * MINUTE },
  });
  expect([...(await idle([USER]))]).toEqual([USER]);
});

test('where nobody has anything that ends, nothing is asked', async () => {
  expect(await findRevoked([LOCAL, ANONYMOUS])).toEqual(new Set());
  expect(asked).toBe(0);
});
