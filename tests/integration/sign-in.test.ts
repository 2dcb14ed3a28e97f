import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createPool, createPrisma, pgSignInThrottle, prismaSigningKeys } from '@klaxon/adapters';
import type { SignInThrottle, SigningKeyRecord, SigningKeys } from '@klaxon/application';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

const NOON = Date.parse('2026-11-24T12:00:00.000Z');

let database: TestDatabase;
let pool: ReturnType<typeof createPool>;

beforeEach(async () => {
  database = await createTestDatabase();
  pool = createPool({
    url: database.url,
    maxConnections: 5,
    maxIdleConnections: 1,
    maxLifetimeSeconds: 300,
    statementTimeoutMs: 30_000,
    onIdleError: () => {},
  });
});

afterEach(async () => {
  if (!pool.ended) await pool.end();
  await database.drop();
});

describe('the throttle of sign-ins', () => {
  let throttle: SignInThrottle;
  const attempts = async (count: number, email: string, address: (index: number) => string) => {
    for (let index = 0; index < count; index += 1) await throttle.attempt(email, address(index));
  };
  const here = () => '192.0.2.7';

  beforeEach(() => {
    throttle = pgSignInThrottle(pool);
  });

  test('lets ten attempts at an account through from one address, and others go on', async () => {
    await attempts(10, 'ada@example.org', here);
    await expect(throttle.attempt('ada@example.org', here())).rejects.toMatchObject({
      kind: 'limit',
      retryAfter: expect.any(Number),
    });
    await throttle.attempt('ada@example.org', '192.0.2.8');
    await throttle.attempt('bob@example.org', here());
  });

  test('lets fifty attempts at an account through from everywhere', async () => {
    await attempts(50, 'ada@example.org', (index) => `192.0.2.${index}`);
    await expect(throttle.attempt('ada@example.org', '198.51.100.1')).rejects.toMatchObject({
      kind: 'limit',
    });
  });

  test('lets a hundred attempts through from one address', async () => {
    for (let index = 0; index < 100; index += 1)
      await throttle.attempt(`person-${index}@example.org`, here());
    await expect(throttle.attempt('ada@example.org', here())).rejects.toMatchObject({
      kind: 'limit',
    });
  });

  test('takes the addresses of one IPv6 network for one', async () => {
    await attempts(10, 'ada@example.org', (index) => `2001:db8:1:2::${index}`);
    await expect(throttle.attempt('ada@example.org', '2001:db8:1:2:ffff::1')).rejects.toMatchObject(
      {
        kind: 'limit',
      },
    );
    await throttle.attempt('ada@example.org', '2001:db8:1:3::1');
  });

  test('forgets failures at an account and an address that succeeded', async () => {
    await attempts(10, 'ada@example.org', here);
    await throttle.succeeded('ada@example.org', here());
    await attempts(10, 'ada@example.org', here);
  });

  test('counts for all processes, and keeps neither account nor address', async () => {
    await attempts(10, 'ada@example.org', here);
    await expect(pgSignInThrottle(pool).attempt('ada@example.org', here())).rejects.toMatchObject({
      kind: 'limit',
    });
    const { rows } = await pool.query('SELECT key FROM sign_in_limits');
    expect(rows).toHaveLength(3);
    expect(JSON.stringify(rows)).not.toMatch(/ada|192\.0/);
  });

  test('lets nobody in while it cannot count', async () => {
    await pool.end();
    await expect(throttle.attempt('ada@example.org', here())).rejects.toMatchObject({
      kind: 'unavailable',
    });
  });
});

describe('keys that sign access tokens', () => {
  let keys: SigningKeys;
  let disconnect: () => Promise<void>;
  const key = (kid: string, createdAt = NOON): SigningKeyRecord => ({
    kid,
    publicJwk: { kty: 'OKP', crv: 'Ed25519', x: 'abc' },
    sealed: { keyId: 'one', bytes: Uint8Array.of(1, 2, 3) },
    createdAt,
    retiresAt: createdAt + 1_000,
  });

  beforeEach(() => {
    const prisma = createPrisma(pool);
    keys = prismaSigningKeys(prisma);
    disconnect = () => prisma.$disconnect();
  });
  afterEach(() => disconnect());

  test('are kept as given, newest first', async () => {
    await keys.add(async () => key('old'), 0);
    await keys.add(async () => key('new', NOON + 1), 0);
    expect(await keys.list()).toEqual([key('new', NOON + 1), key('old')]);
  });

  test('are forgotten long after they retired', async () => {
    await keys.add(async () => key('old'), 0);
    await keys.add(async () => key('new', NOON + 5_000), NOON + 1_001);
    expect((await keys.list()).map(({ kid }) => kid)).toEqual(['new']);
  });

  test('are made once, however many processes want one at the same time', async () => {
    const make = (kid: string) =>
      keys.add(async (known) => (known.length === 0 ? key(kid) : null), 0);
    await Promise.all(['a', 'b', 'c', 'd'].map(make));
    expect(await keys.list()).toHaveLength(1);
  });
});
