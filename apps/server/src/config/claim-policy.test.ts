import { expect, test } from '@jest/globals';
import { readConfig } from './config.ts';

test('roles and teams are taken from the claims that are named', () => {
  const env = {
    OIDC_ROLE_CLAIM: 'groups',
    OIDC_ADMIN_VALUES: 'sre-leads, admins',
    OIDC_RESPONDER_VALUES: 'sre',
    OIDC_VIEWER_VALUES: 'staff',
    OIDC_TEAMS_CLAIM: 'teams',
  };
  expect(readConfig(env).claimPolicy).toEqual({
    roleClaim: 'groups',
    adminValues: ['sre-leads', 'admins'],
    responderValues: ['sre'],
    viewerValues: ['staff'],
    teamsClaim: 'teams',
  });
});

test.each(['OIDC_ADMIN_VALUES', 'OIDC_RESPONDER_VALUES', 'OIDC_VIEWER_VALUES'])(
  '%s without a claim to look for them in is refused',
  (name) => {
    expect(() => readConfig({ [name]: 'admins' })).toThrow(
      `OIDC_ROLE_CLAIM must be set, since ${name} is`,
    );
  },
);
