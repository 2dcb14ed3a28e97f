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
  const ADA = 'ada@example.org';
  const refused = { kind: 'limit', retryAfterSeconds: expect.any(Number) };
  let throttle: SignInThrottle;
  const attempt = (email: string, address: string, marks: readonly string[] = []) =>
    throttle.attempt(email, { marks, address });
  const attempts = async (count: number, email: string, address: (index: number) => string) => {
    for (let index = 0; index < count; index += 1) await attempt(email, address(index));
  };
  const here = () => '192.0.2.7';

  beforeEach(() => {
    throttle = pgSignInThrottle(pool);
  });

  test('lets ten attempts at an account through from one address, and others go on', async () => {
    await attempts(10, ADA, here);
    await expect(attempt(ADA, here())).rejects.toMatchObject(refused);
    await attempt(ADA, '192.0.2.8');
    await attempt('bob@example.org', here());
  });

  test('lets fifty attempts at an account through from everywhere', async () => {
    await attempts(50, ADA, (index) => `192.0.2.${index}`);
    await expect(attempt(ADA, '198.51.100.1')).rejects.toMatchObject(refused);
  });

  test('lets a hundred attempts through from one address', async () => {
    for (let index = 0; index < 100; index += 1)
      await attempt(`person-${index}@example.org`, here());
    await expect(attempt(ADA, here())).rejects.toMatchObject(refused);
  });

  test('takes the addresses of one IPv6 network for one', async () => {
    await attempts(10, ADA, (index) => `2001:db8:1:2::${index}`);
    await expect(attempt(ADA, '2001:db8:1:2:ffff::1')).rejects.toMatchObject(refused);
    await attempt(ADA, '2001:db8:1:3::1');
  });

  test('forgets failures at an account and an address that succeeded', async () => {
    await attempts(9, ADA, here);
    const takeBack = await attempt(ADA, here());
    await takeBack();
    await attempts(10, ADA, here);
  });

  test('counts for all processes, and keeps neither account nor address', async () => {
    await attempts(10, ADA, here);
    const other = pgSignInThrottle(pool);
    await expect(other.attempt(ADA, { marks: [], address: here() })).rejects.toMatchObject(refused);
    const { rows } = await pool.query('SELECT key FROM sign_in_limits');
    expect(rows).toHaveLength(3);
    expect(JSON.stringify(rows)).not.toMatch(/ada|192\.0/);
  });

  test('lets nobody in while it cannot count', async () => {
    await pool.end();
    await expect(attempt(ADA, here())).rejects.toMatchObject({ kind: 'unavailable' });
    await expect(throttle.attemptInSession('a')).rejects.toMatchObject({ kind: 'unavailable' });
  });

  test('lets ten attempts through in a session, whatever is guessed elsewhere', async () => {
    await attempts(50, ADA, (index) => `192.0.2.${index}`);
    for (let index = 0; index < 10; index += 1) await throttle.attemptInSession('a');
    await expect(throttle.attemptInSession('a')).rejects.toMatchObject(refused);
    await (await throttle.attemptInSession('b'))();
  });

  describe('where an account signed in lately', () => {
    const away = '198.51.100.9';
    beforeEach(async () => {
      await pool.query(
        `INSERT INTO users (id, email, name, role, created_at, updated_at) VALUES
         ('00000000-0000-7000-8000-000000000001', '${ADA}', 'Ada', 'viewer', now(), now()),
         ('00000000-0000-7000-8000-000000000002', 'eve@example.org', 'Eve', 'viewer', now(), now())`,
      );
      await pool.query(
        `INSERT INTO known_places SELECT id, sha256(place::bytea), seen FROM users, (VALUES
           ('ada@example.org', 'device laptop', now()), ('ada@example.org', 'network 203.0.113.5', now()),
           ('ada@example.org', 'device old', now() - interval '91 days'),
           ('eve@example.org', 'device eves', now())) AS known (who, place, seen)
         WHERE email = who`,
      );
      await attempts(50, ADA, (index) => `192.0.2.${index}`);
    });

    test('has attempts of its own: in the browser wherever it is, and in the network', async () => {
      await attempt(ADA, away, ['eves', 'laptop']);
      await attempt(ADA, '203.0.113.5');
      for (const marks of [[], ['eves'], ['old'], ['unheard-of']])
        await expect(attempt(ADA, away, marks)).rejects.toMatchObject(refused);
      await expect(attempt('eve@example.org', away, ['laptop'])).resolves.toBeDefined();
    });

    test('has ten of them, which come back when one was no guess', async () => {
      for (const [address, marks] of [
        [away, ['laptop']],
        ['203.0.113.5', []],
      ] as const) {
        for (let index = 0; index < 9; index += 1) await attempt(ADA, address, marks);
        await (await attempt(ADA, address, marks))();
        for (let index = 0; index < 10; index += 1) await attempt(ADA, address, marks);
        await expect(attempt(ADA, address, marks)).rejects.toMatchObject(refused);
      }
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
