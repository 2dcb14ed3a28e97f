import { describe, expect, test } from '@jest/globals';
import { hash } from '@node-rs/argon2';
import { argon2Passwords } from './argon2-passwords.ts';

const PASSWORD = 'four words are enough';

describe('passwords', () => {
  test('are hashed by argon2id with a salt, in PHC format', async () => {
    const passwords = argon2Passwords();
    const [one, other] = [await passwords.hash(PASSWORD), await passwords.hash(PASSWORD)];
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(other).not.toBe(one);
    expect(await passwords.verify(one, PASSWORD)).toEqual({ matches: true, outdated: false });
    expect(await passwords.verify(one, 'another one')).toEqual({ matches: false, outdated: false });
  });

  test('are outdated when they were hashed with other parameters', async () => {
    const old = await hash(PASSWORD, { memoryCost: 8_192, timeCost: 1, parallelism: 1 });
    const verdict = await argon2Passwords().verify(old, PASSWORD);
    expect(verdict).toEqual({ matches: true, outdated: true });
  });

  test('match nothing where there is no hash, not even what it is compared with', async () => {
    const verdict = await argon2Passwords().verify(null, 'nobody has this password');
    expect(verdict).toEqual({ matches: false, outdated: false });
  });

  test('are turned away when too many wait, and work again afterwards', async () => {
    const passwords = argon2Passwords();
    const flood = await Promise.allSettled(
      Array.from({ length: 120 }, () => passwords.hash(PASSWORD)),
    );
    const refused = flood.filter((one) => one.status === 'rejected');
    expect(refused).toHaveLength(120 - 102);
    expect(refused[0]?.reason).toMatchObject({ kind: 'unavailable', retryAfterSeconds: 3 });
    await passwords.hash(PASSWORD);
  });
});
