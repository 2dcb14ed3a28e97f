import { beforeEach, describe, expect, test } from '@jest/globals';
import type { AccessQueries } from '@klaxon/application';
import { DomainError } from '@klaxon/domain';
import { rememberedKeys } from './remembered-keys.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
type IntegrationKey = NonNullable<Awaited<ReturnType<AccessQueries['integrationKey']>>>;

const GOOD: IntegrationKey = {
  kind: 'integration',
  id: 'i-1',
  name: 'Prometheus',
  service: null,
  teamId: null,
  keyId: 'k-1',
  expiresAt: null,
  lastUsedAt: null,
};
const hashOf = (name: string) => Uint8Array.from(Buffer.from(name));

let elapsed: number;
let looked: string[];
let touched: string[];
let rows: Map<string, IntegrationKey>;
/** What a look-up waits for, and whether it fails. */
let answered: () => Promise<void>;
let keys: ReturnType<typeof rememberedKeys>;

beforeEach(() => {
  [elapsed, looked, touched] = [1, [], []];
  rows = new Map([['good', GOOD]]);
  answered = async () => {};
  const touch = async (id: string) => {
    touched.push(id);
    await answered();
  };
  keys = rememberedKeys(
    {
      apiKey: async () => null,
      integrationKey: async (hash) => {
        const name = Buffer.from(hash).toString();
        looked.push(name);
        const found = rows.get(name) ?? null;
        await answered();
        return found;
      },
      touchApiKey: touch,
      touchIntegrationKey: touch,
    },
    { now: () => elapsed },
  );
});

const look = (name = 'good') => keys.integrationKey(hashOf(name));

/** Holds all look-ups back until they are let go. */
function hold(): () => void {
  const gate = Promise.withResolvers<void>();
  answered = () => gate.promise;
  return () => gate.resolve();
}

describe('keys that are remembered', () => {
  test('are looked up once in five seconds', async () => {
    for (let count = 0; count < 10; count += 1) expect(await look()).toEqual(GOOD);
    expect(looked).toEqual(['good']);
    rows.clear();
    elapsed += 5 * SECOND;
    expect(await look()).toEqual(GOOD);
    elapsed += 1;
    expect(await look()).toBeNull();
    expect(looked).toEqual(['good', 'good']);
  });

  test('are looked up once by all who ask at the same time', async () => {
    const letGo = hold();
    const all = Promise.all(Array.from({ length: 50 }, () => look()));
    letGo();
    expect(new Set(await all)).toEqual(new Set([GOOD]));
    expect(looked).toEqual(['good']);
  });

  test('that are none are looked up again each time', async () => {
    expect(await look('wrong')).toBeNull();
    rows.set('wrong', GOOD);
    expect(await look('wrong')).toEqual(GOOD);
  });

  test('fail while the database is away, and work as soon as it is back', async () => {
    const away = new DomainError('unavailable', 'The database cannot be reached.');
    answered = async () => {
      throw away;
    };
    const failed = await Promise.allSettled([look(), look()]);
    expect(failed.map((one) => one.status === 'rejected' && one.reason)).toEqual([away, away]);
    answered = async () => {};
    expect(await look()).toEqual(GOOD);
  });

  test('are found while thousands are guessed at the same time', async () => {
    const letGo = hold();
    const good = look();
    const guesses = Array.from({ length: 900 }, (_, index) => look(`guess-${index}`));
    letGo();
    expect(await good).toEqual(GOOD);
    expect(new Set(await Promise.all(guesses))).toEqual(new Set([null]));
  });

  test('do not wait behind guesses once they were seen, which take turns', async () => {
    await look();
    elapsed += 5 * SECOND + 1;
    const letGo = hold();
    const guesses = Array.from({ length: 900 }, (_, index) => look(`guess-${index}`));
    const good = look();
    await Promise.resolve();
    expect(looked).toEqual(['good', 'good', 'guess-0']);
    letGo();
    expect(await good).toEqual(GOOD);
    await Promise.all(guesses);
    expect(looked).toHaveLength(902);
  });

  test('that were never seen are to be shown again where a thousand wait already', async () => {
    const letGo = hold();
    const guesses = Array.from({ length: 1_000 }, (_, index) => look(`guess-${index}`));
    await expect(look()).rejects.toMatchObject({ kind: 'unavailable' });
    letGo();
    await Promise.all(guesses);
    expect(await look()).toEqual(GOOD);
  });

  test('are looked up after a look that failed', async () => {
    answered = async () => {
      if (looked.length === 1) throw new RangeError('the connection broke');
    };
    const failed = expect(look('guess')).rejects.toThrow('the connection broke');
    expect(await look()).toEqual(GOOD);
    await failed;
  });

  test('are forgotten at once where this process changed them', async () => {
    await look();
    rows.clear();
    keys.forget();
    expect(await look()).toBeNull();
  });

  test('are not remembered from before they changed', async () => {
    const letGo = hold();
    const before = look();
    await Promise.resolve();
    expect(looked).toEqual(['good']);
    rows.clear();
    keys.forget();
    letGo();
    expect(await before).toEqual(GOOD);
    expect(await look()).toBeNull();
  });
});

describe('the last use of a key', () => {
  test('is written once a minute, however many requests carry it', async () => {
    for (let count = 0; count < 100; count += 1) await keys.touchIntegrationKey('k-1', 0);
    await keys.touchApiKey('a-1', 0);
    expect(touched).toEqual(['k-1', 'a-1']);
    elapsed += MINUTE + 1;
    await keys.touchIntegrationKey('k-1', 0);
    expect(touched).toEqual(['k-1', 'a-1', 'k-1']);
  });

  test('is not written again and again where it could not be', async () => {
    answered = async () => {
      throw new RangeError('the database is away');
    };
    await expect(keys.touchIntegrationKey('k-1', 0)).rejects.toThrow('the database is away');
    await keys.touchIntegrationKey('k-1', 0);
    expect(touched).toEqual(['k-1']);
  });
});
