import { describe, expect, test } from '@jest/globals';
import { DomainError } from '@klaxon/domain';
import { secretBox } from './secret-box.ts';
import type { SecretKey } from './secret-key.ts';

const OLD: SecretKey = { id: 'old', material: Buffer.alloc(32, 1) };
const NEW: SecretKey = { id: 'new', material: Buffer.alloc(32, 2) };
const OWNER = '019b8d00-0000-7000-8000-000000000001';
const OTHER = '019b8d00-0000-7000-8000-000000000002';
const SEALED_BEFORE =
  '000102030405060708090a0b922d345e3b8479651f4e0295e40605fc56ee386a93edc17e0bb6f962311ef05329f8127dc024d3';
const SECRET = '{"token":"xoxb-canary"}';

describe('the box for secrets', () => {
  test('opens what it sealed, and shows nothing of it', () => {
    const sealed = secretBox([OLD]).seal(SECRET, OWNER);
    expect(Buffer.from(sealed.bytes).toString('latin1')).not.toContain('canary');
    expect(sealed.keyId).toBe('old');
    expect(secretBox([OLD]).open(sealed, OWNER)).toBe(SECRET);
  });

  test('opens what an earlier release sealed', () => {
    const bytes = Buffer.from(SEALED_BEFORE, 'hex');
    expect(secretBox([OLD]).open({ keyId: 'old', bytes }, OWNER)).toBe(SECRET);
  });

  test('seals with the first key and opens with all of them', () => {
    const before = secretBox([OLD]).seal(SECRET, OWNER);
    const box = secretBox([NEW, OLD]);
    expect(box.open(before, OWNER)).toBe(SECRET);
    expect(box.seal(SECRET, OWNER).keyId).toBe('new');
  });

  test('does not open for one owner what was sealed for another', () => {
    const sealed = secretBox([OLD]).seal(SECRET, OWNER);
    expect(() => secretBox([OLD]).open(sealed, OTHER)).toThrow(/cannot be opened/);
  });

  test('does not open what was tampered with, nor with another key of the same name', () => {
    const { keyId, bytes } = secretBox([OLD]).seal(SECRET, OWNER);
    const forged = Buffer.from(bytes);
    forged[20] = (forged[20] ?? 0) ^ 1;
    expect(() => secretBox([OLD]).open({ keyId, bytes: forged }, OWNER)).toThrow(
      /cannot be opened/,
    );
    const impostor = { id: 'old', material: NEW.material };
    expect(() => secretBox([impostor]).open({ keyId, bytes }, OWNER)).toThrow(/cannot be opened/);
    expect(() => secretBox([OLD]).open({ keyId, bytes: Buffer.of() }, OWNER)).toThrow(
      /cannot be opened/,
    );
  });

  test('names the key that is missing', () => {
    const sealed = secretBox([OLD]).seal(SECRET, OWNER);
    expect(() => secretBox([NEW]).open(sealed, OWNER)).toThrow(/the key "old"/);
  });

  test('says how to get a key where there is none', () => {
    const seal = () => secretBox([]).seal(SECRET, OWNER);
    expect(seal).toThrow(DomainError);
    expect(seal).toThrow(/Set SECRET_KEY to the output of "openssl rand -base64 32"/);
  });
});
