import { describe, expect, test } from '@jest/globals';
import { expectMayLetIn } from './handing-on.ts';
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
