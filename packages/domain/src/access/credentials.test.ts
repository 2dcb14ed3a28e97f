import { describe, expect, test } from '@jest/globals';
import {
  type Credentials,
  canSignIn,
  credentialsToEnd,
  type EndedCredentials,
} from './credentials.ts';

const oidc = { issuer: 'https://sso.example.org', subject: '7' };
const BEFORE: Credentials = {
  role: 'responder',
  passwordHash: 'a hash',
  passwordByKey: false,
  passwordEndedAt: null,
  oidc: null,
  deactivatedAt: null,
};
const TIED = { ...BEFORE, oidc };

describe('becoming more ends', () => {
  test.each<[string, Credentials, Partial<Credentials>, EndedCredentials]>([
    ['all at the first tie', BEFORE, { oidc }, { password: true, link: 'any' }],
    [
      'all at a tie with another account of the provider',
      TIED,
      { oidc: { ...oidc, subject: '8' } },
      { password: true, link: 'any' },
    ],
    [
      'all at a tie with another provider, with a role as well',
      TIED,
      { oidc: { ...oidc, issuer: 'https://new.example.org' }, role: 'admin' },
      { password: true, link: 'any' },
    ],
    [
      'what a key made, with a role',
      BEFORE,
      { role: 'admin' },
      { password: false, link: 'by-key' },
    ],
    [
      'the password, where a key made its link',
      { ...BEFORE, passwordByKey: true },
      { role: 'admin' },
      { password: true, link: 'by-key' },
    ],
    [
      'the same with the account itself',
      { ...BEFORE, passwordByKey: true, deactivatedAt: 1 },
      { deactivatedAt: null },
      { password: true, link: 'by-key' },
    ],
    [
      'no password where there is none',
      { ...BEFORE, passwordHash: null },
      { oidc },
      { password: false, link: 'any' },
    ],
  ])('%s', (_, before, change, ending) => {
    expect(credentialsToEnd(before, { ...before, ...change })).toEqual(ending);
  });

  test.each<[string, Credentials, Partial<Credentials>]>([
    ['is the same', TIED, {}],
    ['becomes less', TIED, { role: 'viewer' }],
    ['is deactivated', TIED, { deactivatedAt: 1 }],
    ['is untied', TIED, { oidc: null }],
    ['sets a password', TIED, { passwordHash: 'another' }],
  ])('nothing of whom %s', (_, before, change) => {
    expect(credentialsToEnd(before, { ...before, ...change })).toBeNull();
  });
});

test.each<[string, Partial<Credentials>, boolean]>([
  ['by a password', {}, true],
  ['not by one that ended', { passwordEndedAt: 1 }, false],
  ['not without one', { passwordHash: null }, false],
  ['by an account of the provider', { passwordEndedAt: 1, oidc }, true],
])('somebody signs in %s', (_, change, can) => {
  expect(canSignIn({ ...BEFORE, ...change })).toBe(can);
});
