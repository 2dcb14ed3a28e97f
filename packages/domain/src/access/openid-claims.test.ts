import { describe, expect, test } from '@jest/globals';
import { type ClaimPolicy, expectLetIn, roleOfClaims, teamsOfClaims } from './openid-claims.ts';

const POLICY: ClaimPolicy = {
  roleClaim: 'groups',
  adminValues: ['ops-leads', 'root'],
  responderValues: ['oncall'],
  viewerValues: [],
  teamsClaim: 'teams',
};

describe('the role that claims give', () => {
  test.each([
    ['the highest that a value gives', { groups: ['oncall', 'root'] }, 'admin'],
    ['of a single value too', { groups: 'oncall' }, 'responder'],
    ['viewer where no value gives another', { groups: ['sales'] }, 'viewer'],
    ['viewer where the claim is missing', {}, 'viewer'],
    ['nothing of what is no text', { groups: [{ name: 'root' }, 7, null] }, 'viewer'],
  ])('%s', (_, claims, role) => {
    expect(roleOfClaims(claims, POLICY)).toBe(role);
  });

  test('is not said where no claim is meant to say it', () => {
    expect(roleOfClaims({ groups: ['root'] }, { ...POLICY, roleClaim: null })).toBeNull();
    expect(roleOfClaims({}, { ...POLICY, roleClaim: 'constructor' })).toBe('viewer');
  });
});

test('teams are the values of their claim, where one is meant to name them', () => {
  expect(teamsOfClaims({ teams: ['Payments', 3] }, POLICY)).toEqual(['Payments']);
  expect(teamsOfClaims({}, POLICY)).toEqual([]);
  expect(teamsOfClaims({ teams: ['Payments'] }, { ...POLICY, teamsClaim: null })).toBeNull();
});

describe('whom claims let in', () => {
  const NARROW = { ...POLICY, viewerValues: ['staff'] };
  const refused = expect.objectContaining({ kind: 'forbidden' });

  test('is everybody, where no value says who', () => {
    expect(() => expectLetIn({}, POLICY)).not.toThrow();
    expect(() => expectLetIn({ groups: ['guests'] }, { ...NARROW, roleClaim: null })).not.toThrow();
  });

  test.each([['root'], ['oncall'], ['staff'], [['guests', 'staff']]])(
    'is whoever has a value of one of the lists: %j',
    (groups) => expect(() => expectLetIn({ groups }, NARROW)).not.toThrow(),
  );

  test.each([[{}], [{ groups: [] }], [{ groups: ['guests'] }], [{ groups: { staff: true } }]])(
    'is nobody else: %j',
    (claims) => expect(() => expectLetIn(claims, NARROW)).toThrow(refused),
  );
});
