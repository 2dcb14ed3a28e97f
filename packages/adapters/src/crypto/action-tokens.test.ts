import { describe, expect, test } from '@jest/globals';
import type { ActionTokens } from '@klaxon/application';
import { MESSAGE_ACTIONS } from '@klaxon/domain';
import { START } from '@klaxon/testing';
import { hmacActionTokens } from './action-tokens.ts';
import { newSecretKey, parseSecretKeys } from './secret-key.ts';

const INCIDENT = '0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d10';
const OTHER = '0199f3a1-02b4-7c8a-a5ee-91d3b7f0c642';

function tokensOf(...keys: readonly string[]): ActionTokens {
  const tokens = hmacActionTokens(parseSecretKeys(keys.join(',')));
  if (!tokens) throw new Error('there is a key');
  return tokens;
}

const tokens = tokensOf('a passphrase that nobody else has but tests');
const OFFER = { kind: 'acknowledge', incidentId: INCIDENT, version: 41, offeredAt: START } as const;
const token = tokens.sign(OFFER);

describe('action tokens', () => {
  test.each(MESSAGE_ACTIONS)('give back the %s that was signed', (kind) => {
    const action = { ...OFFER, kind };
    expect(tokens.verify(tokens.sign(action))).toEqual(action);
  });

  test('tell the time to the minute', () => {
    const offeredAt = START + 59_999;
    expect(tokens.verify(tokens.sign({ ...OFFER, offeredAt }))).toEqual(OFFER);
  });

  test('fit in what Telegram takes, and in a URL as they are', () => {
    const late = { ...OFFER, version: 2 ** 31 - 1, offeredAt: Date.UTC(2090, 0) };
    for (const one of [token, tokens.sign(late)]) {
      expect(Buffer.byteLength(one)).toBeLessThanOrEqual(64);
      expect(encodeURIComponent(one)).toBe(one);
      expect(tokens.verify(one)).not.toBeNull();
    }
  });

  test('count no more when any of their characters is another one', () => {
    for (const [index, character] of [...token].entries())
      for (const other of 'aArR09_-.'.replace(character, ''))
        expect(tokens.verify(token.slice(0, index) + other + token.slice(index + 1))).toBeNull();
  });

  test('cannot be turned into another action, incident, version or time', () => {
    const [, incident, version, minute, signature] = token.split('.');
    const [, other] = tokens.sign({ ...OFFER, incidentId: OTHER }).split('.');
    for (const forged of [
      `r.${incident}.${version}.${minute}.${signature}`,
      `a.${other}.${version}.${minute}.${signature}`,
      `a.${incident}.zz.${minute}.${signature}`,
      `a.${incident}.${version}.zzzzz.${signature}`,
      `a.${incident}.0${version}.${minute}.${signature}`,
      `a.${signature}.${version}.${minute}.${incident}`,
      `a.${incident}.${signature}`,
    ])
      expect(tokens.verify(forged)).toBeNull();
  });

  test.each([
    '',
    '.',
    'a..',
    token.slice(0, -1),
    `${token}A`,
    `${token} `,
    `${token}\n`,
    'é'.repeat(47),
  ])('%j is none', (text) => expect(tokens.verify(text)).toBeNull());

  test('of another key do not count', () => {
    expect(tokensOf(newSecretKey()).verify(token)).toBeNull();
  });

  test('of a former key still count; new ones are signed with the first key', () => {
    const former = newSecretKey();
    const current = newSecretKey();
    const action = { ...OFFER, kind: 'resolve' } as const;
    const rotated = tokensOf(current, former);
    expect(rotated.verify(tokensOf(former).sign(action))).toEqual(action);
    expect(tokensOf(current).verify(rotated.sign(action))).toEqual(action);
  });

  test('are not there without a key', () => {
    expect(hmacActionTokens([])).toBeNull();
  });
});
