import { describe, expect, test } from '@jest/globals';
import { deriveKey, newSecretKey, parseSecretKeys } from './secret-key.ts';

const A = Buffer.alloc(32, 1).toString('base64');
const B = Buffer.alloc(32, 2).toString('base64');
const PASSPHRASE = 'correct horse battery staple twice over';

// Computed with Python's hmac after RFC 5869. What was sealed must open in every later release.
const PASSPHRASE_KEY = '13ea8417865b0f0a99b6dc31ad8d8b7e271c93406b84f1e91ffdc79d6c2d1d24';
const PASSPHRASE_ID = 'b1ee9f82';
const CHANNEL_KEY = '31482119987d45c558326ce4656b4919bf1720fa8c6f9efb60c9089c16f57ec8';

describe('SECRET_KEY', () => {
  test('takes 32 bytes in base64, with an id or without', () => {
    const [named, plain] = parseSecretKeys(`2026:${A}, ${B}`);
    expect(named).toEqual({ id: '2026', material: Buffer.alloc(32, 1) });
    expect(plain?.material).toEqual(Buffer.alloc(32, 2));
    expect(plain?.id).toMatch(/^[\da-f]{8}$/);
  });

  test('takes the alphabet for addresses too, and base64 without its padding', () => {
    const bytes = Buffer.alloc(32, 0xfb);
    const [key] = parseSecretKeys(bytes.toString('base64url'));
    expect(key?.material).toEqual(bytes);
  });

  test('takes a passphrase of at least 32 characters, from which a key is derived', () => {
    const [key] = parseSecretKeys(PASSPHRASE);
    expect(key?.material).toHaveLength(32);
    expect(parseSecretKeys(PASSPHRASE)).toEqual([key]);
    expect(parseSecretKeys(`${PASSPHRASE}!`)[0]?.material).not.toEqual(key?.material);
  });

  test('derives the keys that it has always derived', () => {
    const [key] = parseSecretKeys(PASSPHRASE);
    expect(key && Buffer.from(key.material).toString('hex')).toBe(PASSPHRASE_KEY);
    expect(key?.id).toBe(PASSPHRASE_ID);
    const [raw] = parseSecretKeys(A);
    expect(raw && Buffer.from(deriveKey(raw, 'channel secrets')).toString('hex')).toBe(CHANNEL_KEY);
  });

  test('calls a key without an id by a name that follows from it, not by a part of it', () => {
    const [key] = parseSecretKeys(A);
    expect(parseSecretKeys(A)[0]?.id).toBe(key?.id);
    expect(Buffer.alloc(32, 1).toString('hex')).not.toContain(key?.id);
    expect(parseSecretKeys(B)[0]?.id).not.toBe(key?.id);
  });

  test.each([
    ['short', 'hunter2', /at least 32 characters \(key 1 of 1 is shorter\)/],
    ['empty between commas', `${A},,${B}`, /key 2 of 3 is shorter/],
    ['an id with half a key', 'old:aGFsZg==', /32 bytes in base64 after "old:" \(key 1 of 1\)/],
    ['one id for two keys', `k:${A},k:${B}`, /two keys with the id "k"/],
    ['the same key twice', `${A},${A}`, /two keys with the id/],
  ])('refuses what is %s, and does not repeat it', (_name, text, message) => {
    expect(() => parseSecretKeys(text)).toThrow(message);
    try {
      parseSecretKeys(text);
    } catch (error) {
      expect(String(error)).not.toMatch(/hunter2|aGFsZg|AQEBAQ/);
    }
  });

  test('gives a different key for each purpose', () => {
    const [key] = parseSecretKeys(A);
    if (!key) throw new Error('no key');
    expect(deriveKey(key, 'channel secrets')).not.toEqual(deriveKey(key, 'another purpose'));
    expect(deriveKey(key, 'channel secrets')).not.toEqual(new Uint8Array(key.material));
  });

  test('is made new as something that it takes', () => {
    const [a, b] = [newSecretKey(), newSecretKey()];
    expect(a).not.toBe(b);
    expect(parseSecretKeys(a)[0]?.material).toHaveLength(32);
  });
});
