import { describe, expect, test } from '@jest/globals';
import {
  expectMayLetIn,
  expectMayMakeIntegrationKey,
  expectMayMakeKey,
  expectMaySetUpChannel,
  expectMaySetUpIntegration,
  type KeyPowers,
} from './handing-on.ts';
import { type ApiKeyPrincipal, LOCAL, type UserPrincipal } from './principal.ts';
import { ROLES, type Role } from './role.ts';

const ADMIN: UserPrincipal = {
  kind: 'user',
  id: 'user-1',
  email: 'ada@example.org',
  name: 'Ada',
  role: 'admin',
  teamIds: [],
  sessionId: 'session-1',
};
const KEY: ApiKeyPrincipal = {
  kind: 'api-key',
  id: 'key-1',
  name: 'deploys',
  scopes: ['people:write', 'keys:write'],
  teamId: null,
  expiresAt: null,
};

describe('letting somebody in', () => {
  test.each<[string, readonly Role[], boolean]>([
    ['nobody above', [], true],
    ['a viewer', ['viewer', 'viewer'], true],
    ['a responder', ['responder'], false],
    ['an admin', ['admin'], false],
    ['a viewer who becomes an admin', ['viewer', 'admin'], false],
    ['an admin who becomes a viewer', ['admin', 'viewer'], false],
  ])('by a key: %s', (_, roles, allowed) => {
    const attempt = expect(() => expectMayLetIn(KEY, ...roles));
    if (allowed) attempt.not.toThrow();
    else attempt.toThrow(expect.objectContaining({ kind: 'forbidden' }));
  });

  test.each([ADMIN, LOCAL])('by a person: anybody', (person) => {
    expect(() => expectMayLetIn(person, ...ROLES)).not.toThrow();
  });
});

describe('making a key', () => {
  const OF_TEAM: ApiKeyPrincipal = { ...KEY, teamId: 'own', expiresAt: 1_000 };
  const WITHIN: KeyPowers = { scopes: ['people:write'], teamId: 'own', expiresAt: 1_000 };

  test.each<[string, Partial<KeyPowers>, string | null]>([
    ['as good as itself', {}, null],
    ['that ends before it', { expiresAt: 999 }, null],
    ['that ends after it', { expiresAt: 1_001 }, 'ends at 1970-01-01T00:00:01.000Z'],
    ['that never ends', { expiresAt: null }, 'makes no key that ends later'],
    ['for all teams', { teamId: null }, 'this concerns all of them'],
    ['for another team', { teamId: 'other' }, 'for another team'],
    ['of more scopes', { scopes: ['people:write', 'audit:read'] }, 'cannot give away audit:read'],
  ])('by a key: %s', (_, change, refusal) => {
    const attempt = expect(() => expectMayMakeKey(OF_TEAM, { ...WITHIN, ...change }));
    if (refusal === null) attempt.not.toThrow();
    else
      attempt.toThrow(
        expect.objectContaining({ kind: 'forbidden', message: expect.stringContaining(refusal) }),
      );
  });

  test('by a key of all teams that never ends: any of its scopes', () => {
    for (const change of [{}, { teamId: null }, { teamId: 'other' }, { expiresAt: null }])
      expect(() => expectMayMakeKey(KEY, { ...WITHIN, ...change })).not.toThrow();
  });

  test('by a person: what they may do, for any team and time', () => {
    const wish: KeyPowers = { scopes: ['audit:read'], teamId: null, expiresAt: null };
    expect(() => expectMayMakeKey(ADMIN, wish)).not.toThrow();
    expect(() => expectMayMakeKey(LOCAL, wish)).not.toThrow();
    expect(() => expectMayMakeKey({ ...ADMIN, role: 'responder' }, wish)).toThrow(
      expect.objectContaining({ kind: 'forbidden' }),
    );
  });
});

describe('setting up an integration', () => {
  const SENDER: ApiKeyPrincipal = { ...KEY, scopes: ['keys:write', 'alerts:write'] };
  const OF_TEAM: ApiKeyPrincipal = { ...SENDER, teamId: 'own' };

  test.each<[string, ApiKeyPrincipal, string | null, string | null]>([
    ['of its team', OF_TEAM, 'own', null],
    ['of another team', OF_TEAM, 'other', 'for another team'],
    ['of no team', OF_TEAM, null, 'concerns all of them'],
    ['of any team, by one of all', SENDER, 'other', null],
    ['of none, by one of all', SENDER, null, null],
    ['that sends what it cannot', KEY, null, 'alerts:write'],
    ['without keys:write', { ...SENDER, scopes: ['alerts:write'] }, null, 'keys:write'],
  ])('by a key: %s', (_, key, teamId, refusal) => {
    for (const attempt of [expectMaySetUpIntegration, expectMayMakeIntegrationKey]) {
      const made = expect(() => attempt(key, teamId));
      if (refusal === null) made.not.toThrow();
      else made.toThrow(refusal);
    }
  });

  test('by a key that ends: all but a key that does not', () => {
    const ending = { ...SENDER, expiresAt: 1_000 };
    expect(() => expectMaySetUpIntegration(ending, null)).not.toThrow();
    expect(() => expectMayMakeIntegrationKey(ending, null)).toThrow('This API key ends');
  });

  test('by a person: who may at all', () => {
    for (const person of [ADMIN, LOCAL])
      expect(() => expectMayMakeIntegrationKey(person, null)).not.toThrow();
    expect(() => expectMayMakeIntegrationKey({ ...ADMIN, role: 'responder' }, null)).toThrow();
  });
});

describe('setting up a channel or its rules', () => {
  const WRITER: ApiKeyPrincipal = {
    ...KEY,
    scopes: ['channels:write', 'incidents:read', 'incidents:write'],
  };

  test('by a key: one of all teams that may do what messages tell and let do', () => {
    expect(() => expectMaySetUpChannel(WRITER)).not.toThrow();
    expect(() => expectMaySetUpChannel({ ...WRITER, teamId: 'own' })).toThrow('incidents:write');
    for (const missing of WRITER.scopes) {
      const scopes = WRITER.scopes.filter((scope) => scope !== missing);
      expect(() => expectMaySetUpChannel({ ...WRITER, scopes })).toThrow(missing);
    }
  });

  test('by a person: who may at all', () => {
    for (const person of [ADMIN, LOCAL]) expect(() => expectMaySetUpChannel(person)).not.toThrow();
    expect(() => expectMaySetUpChannel({ ...ADMIN, role: 'responder' })).toThrow();
  });
});
