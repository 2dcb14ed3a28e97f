import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Action, ALL_ACTIONS, actionRule, GRANTABLE_ACTIONS } from './action.ts';
import { ALL_TEAMS, expectMay, may, type Resource, setUpFor } from './may.ts';
import { ANONYMOUS, LOCAL, LOCAL_SENDER, type Principal } from './principal.ts';
import { ROLES, type Role } from './role.ts';

const OWN = 'team-own';
const RESOURCES = {
  'no resource': null,
  'own team': { teamId: OWN },
  'other team': { teamId: 'team-other' },
  'no team': { teamId: null },
  'all teams': ALL_TEAMS,
} as const satisfies Record<string, Resource | null>;
type Ownership = keyof typeof RESOURCES;

const person = (role: Role, teamIds: readonly string[] = [OWN]): Principal => ({
  kind: 'user',
  id: 'user-1',
  email: 'ada@example.org',
  name: 'Ada',
  role,
  teamIds,
  sessionId: 'session-1',
});
const apiKey = (scopes: readonly Action[], teamId: string | null): Principal => ({
  kind: 'api-key',
  id: 'key-1',
  name: 'deploys',
  scopes,
  teamId,
  expiresAt: null,
});
const INTEGRATION: Principal = {
  kind: 'integration',
  id: 'integration-1',
  name: 'Prometheus',
  service: null,
  teamId: OWN,
};

/** To what somebody may do something: to everything, to nothing that another team has to do with, or to nothing. */
type Reach = 'all' | 'not others' | 'none';
const isOfOthers = (ownership: Ownership) =>
  ownership === 'other team' || ownership === 'all teams';
const reaches = (reach: Reach, ownership: Ownership) =>
  reach === 'all' || (reach === 'not others' && !isOfOthers(ownership));

// Every action has a row, so a new one needs a decision here.
const PEOPLE: Readonly<Record<Action, readonly [viewer: Reach, responder: Reach, admin: Reach]>> = {
  //                       viewer  responder     admin
  'incidents:read': ['all', 'all', 'all'],
  'incidents:write': ['none', 'not others', 'all'],
  'alerts:read': ['all', 'all', 'all'],
  'alerts:write': ['none', 'not others', 'all'],
  'metrics:read': ['all', 'all', 'all'],
  'notifications:read': ['all', 'all', 'all'],
  'notifications:write': ['none', 'not others', 'all'],
  'channels:read': ['all', 'all', 'all'],
  'channels:write': ['none', 'none', 'all'],
  'people:read': ['all', 'all', 'all'],
  'people:write': ['none', 'none', 'all'],
  'keys:read': ['none', 'none', 'all'],
  'keys:write': ['none', 'none', 'all'],
  'audit:read': ['none', 'none', 'all'],
  'status:read': ['all', 'all', 'all'],
  'profile:read': ['all', 'all', 'all'],
  'profile:write': ['all', 'all', 'all'],
};

const OWNERSHIPS: readonly Ownership[] = [
  'no resource',
  'own team',
  'other team',
  'no team',
  'all teams',
];

describe('people, by role, action and ownership', () => {
  const cases = ALL_ACTIONS.flatMap((action) =>
    ROLES.flatMap((role, column) =>
      OWNERSHIPS.map((ownership) => {
        const allowed = reaches(PEOPLE[action][column] ?? 'none', ownership);
        return [role, allowed ? 'may' : 'may not', action, ownership, allowed] as const;
      }),
    ),
  );

  test('the table has every case', () => {
    expect(Object.keys(PEOPLE)).toEqual(ALL_ACTIONS);
    expect(cases).toHaveLength(ALL_ACTIONS.length * 3 * 5);
  });

  test.each(cases)('%s %s %s: %s', (role, _, action, ownership, allowed) => {
    const permission = may(person(role), action, RESOURCES[ownership]);
    expect(permission).toMatchObject(allowed ? { allowed } : { allowed, kind: 'forbidden' });
  });

  test('who is in no team acts on what belongs to none', () => {
    const loner = person('responder', []);
    expect(may(loner, 'incidents:write', { teamId: null }).allowed).toBe(true);
    expect(may(loner, 'incidents:write', { teamId: OWN }).allowed).toBe(false);
  });

  test.each([
    ['viewer', null, 'This takes the role responder.'],
    ['responder', { teamId: 'team-other' }, 'This belongs to a team that you are not in.'],
    ['responder', ALL_TEAMS, 'This concerns all teams: it takes the role admin.'],
  ] as const)('a %s is told why not', (role, resource, reason) => {
    expect(may(person(role), 'incidents:write', resource)).toMatchObject({ reason });
  });
});

describe('the others, by action and ownership', () => {
  const everyCase = ALL_ACTIONS.flatMap((action) =>
    OWNERSHIPS.map((ownership) => [action, ownership] as const),
  );

  test.each(everyCase)('%s, %s', (action, ownership) => {
    const resource = RESOURCES[ownership];
    const allowed = (principal: Principal) => may(principal, action, resource).allowed;
    const owned = actionRule(action).owned === true;
    expect({
      local: allowed(LOCAL),
      'local sender': allowed(LOCAL_SENDER),
      anonymous: allowed(ANONYMOUS),
      integration: allowed(INTEGRATION),
      'key of all teams': allowed(apiKey([action], null)),
      'key of the team': allowed(apiKey([action], OWN)),
      'key with all other scopes': allowed(
        apiKey(
          ALL_ACTIONS.filter((other) => other !== action),
          null,
        ),
      ),
    }).toEqual({
      local: true,
      'local sender': action === 'alerts:write',
      anonymous: false,
      integration: action === 'alerts:write',
      'key of all teams': true,
      'key of the team': !owned || !isOfOthers(ownership),
      'key with all other scopes': false,
    });
  });

  test('who proved nothing is asked to, who may not is refused', () => {
    expect(may(ANONYMOUS, 'incidents:read', null)).toMatchObject({ kind: 'unauthenticated' });
    expect(may(LOCAL_SENDER, 'incidents:read', null)).toMatchObject({ kind: 'unauthenticated' });
    expect(may(INTEGRATION, 'incidents:read', null)).toMatchObject({ kind: 'forbidden' });
    expect(may(apiKey([], null), 'incidents:read', null)).toMatchObject({
      kind: 'forbidden',
      reason: 'This API key does not have the scope incidents:read.',
    });
    expect(may(apiKey(['incidents:write'], 'a'), 'incidents:write', { teamId: 'b' })).toMatchObject(
      { kind: 'forbidden', reason: 'This API key is for another team.' },
    );
    expect(may(apiKey(['incidents:write'], 'a'), 'incidents:write', ALL_TEAMS)).toMatchObject({
      reason: 'This API key is for one team, and this concerns all of them.',
    });
  });

  test('what may not be is thrown where it is expected', () => {
    expect(() => expectMay(ANONYMOUS, 'incidents:read', null)).toThrow(
      expect.objectContaining({ kind: 'unauthenticated', message: 'Sign in, or send a key.' }),
    );
    expect(() => expectMay(LOCAL, 'incidents:read', null)).not.toThrow();
  });

  test('what is set up for a team is its own, and what is for none concerns all', () => {
    expect(setUpFor(OWN)).toEqual({ teamId: OWN });
    expect(setUpFor(null)).toBe(ALL_TEAMS);
  });

  test('no scope is for what only a person has', () => {
    expect(GRANTABLE_ACTIONS.filter((action) => action.startsWith('profile:'))).toEqual([]);
    expect(GRANTABLE_ACTIONS).toHaveLength(ALL_ACTIONS.length - 2);
  });
});

describe('whatever is asked', () => {
  const actions = fc.constantFrom(...ALL_ACTIONS);
  const teams = fc.constantFrom('a', 'b', 'c');
  const resources = fc.option(
    fc.oneof(fc.record({ teamId: fc.option(teams) }), fc.constant(ALL_TEAMS)),
  );
  const memberships = fc.uniqueArray(teams);
  const isOwn = (action: Action) => action === 'profile:write';

  test('a higher role never means less', () => {
    const ranks = fc.tuple(fc.constantFrom(0, 1, 2), fc.constantFrom(0, 1, 2));
    fc.assert(
      fc.property(ranks, actions, memberships, resources, (pair, action, teamIds, resource) => {
        const [lower, higher] = [ROLES[Math.min(...pair)], ROLES[Math.max(...pair)]];
        if (!lower || !higher) throw new RangeError('there is no such role');
        if (may(person(lower, teamIds), action, resource).allowed)
          expect(may(person(higher, teamIds), action, resource).allowed).toBe(true);
      }),
    );
  });

  test('one more team never means less', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ROLES),
        actions,
        memberships,
        teams,
        resources,
        (role, action, teamIds, team, resource) => {
          if (may(person(role, teamIds), action, resource).allowed)
            expect(may(person(role, [...teamIds, team]), action, resource).allowed).toBe(true);
        },
      ),
    );
  });

  test('a viewer writes nothing but their own account', () => {
    const writes = fc.constantFrom(
      ...ALL_ACTIONS.filter((action) => action.endsWith(':write') && !isOwn(action)),
    );
    fc.assert(
      fc.property(writes, memberships, resources, (action, teamIds, resource) => {
        expect(may(person('viewer', teamIds), action, resource).allowed).toBe(false);
      }),
    );
  });

  test('who proved nothing may do nothing', () => {
    fc.assert(
      fc.property(actions, resources, (action, resource) => {
        expect(may(ANONYMOUS, action, resource).allowed).toBe(false);
      }),
    );
  });

  test('an API key never does more than its scopes', () => {
    fc.assert(
      fc.property(
        fc.subarray([...ALL_ACTIONS]),
        fc.option(teams),
        actions,
        resources,
        (scopes, teamId, action, resource) => {
          if (may(apiKey(scopes, teamId), action, resource).allowed)
            expect(scopes).toContain(action);
        },
      ),
    );
  });
});
