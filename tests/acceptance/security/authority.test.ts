import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  CHANNEL_TO_NOWHERE,
  makeSamples,
  operationsOf,
  type Samples,
} from '../../support/api-operations.ts';
import { type Caller, NOBODY, SecuredKlaxon } from '../../support/secured-klaxon.ts';

/**
 * Every operation that changes something, by what it makes. One that is not here fails the test: whoever adds
 * it says whether what it makes could do more than its maker.
 */
const MAKES_AUTHORITY = [
  // Keys, and what has keys of its own.
  'POST /api/api-keys',
  'POST /api/integrations',
  'PATCH /api/integrations/{id}',
  'POST /api/integrations/{id}/rotate-key',
  // Who comes in, as what, and what is theirs.
  'POST /api/users',
  'PATCH /api/users/{id}',
  'POST /api/users/{id}/invitation',
  'POST /api/users/{id}/reactivate',
  'POST /api/teams',
  'PUT /api/teams/{id}/members/{user_id}',
  'POST /api/services',
  'PATCH /api/services/{id}',
  // Whom messages tell, with the buttons in them.
  'POST /api/channels',
  'PATCH /api/channels/{id}',
  'POST /api/notification-rules',
  'PATCH /api/notification-rules/{id}',
  'DELETE /api/notification-rules/{id}',
] as const;

/** Sessions: for whoever proves who they are, as whom they are. */
const PROVES_FIRST = [
  'POST /api/auth/local',
  'POST /api/auth/sign-in',
  'POST /api/auth/token',
  'POST /api/auth/invitations/check',
  'POST /api/auth/invitations/accept',
];

/** The own account. */
const ONES_OWN = [
  'POST /api/auth/sign-out',
  'PATCH /api/me',
  'POST /api/me/password',
  'DELETE /api/me/sessions/{id}',
  'POST /api/me/sessions/revoke-others',
];

/** They only take something away. */
const TAKES_AWAY = [
  'DELETE /api/api-keys/{id}',
  'DELETE /api/integrations/{id}',
  'POST /api/users/{id}/deactivate',
  'DELETE /api/teams/{id}',
  'DELETE /api/teams/{id}/members/{user_id}',
  'DELETE /api/services/{id}',
  'DELETE /api/channels/{id}',
];

/** They act, and what comes of it acts for nobody. */
const ACTS = [
  'POST /api/incidents',
  'PATCH /api/incidents/{id}',
  'POST /api/incidents/{id}/acknowledge',
  'POST /api/incidents/{id}/resolve',
  'POST /api/incidents/{id}/reopen',
  'POST /api/incidents/{id}/notes',
  'POST /api/incidents/{id}/snooze',
  'POST /api/incidents/{id}/merge',
  'POST /api/test-alerts',
  'POST /api/webhooks/alertmanager',
  'POST /api/webhooks/alertmanager/{key}',
  'POST /api/notifications/{id}/resend',
  'POST /api/channels/{id}/test',
  'PATCH /api/teams/{id}',
  'POST /api/integrations/slack/actions',
  'POST /api/integrations/telegram/updates',
];

const EVERY_SCOPE = [
  'incidents:read',
  'incidents:write',
  'alerts:read',
  'alerts:write',
  'channels:read',
  'channels:write',
  'people:read',
  'people:write',
  'keys:read',
  'keys:write',
];
const IN_AN_HOUR = new Date(Date.now() + 3_600_000).toISOString();

let klaxon: SecuredKlaxon;
let samples: Samples;
let makers: Record<string, Caller>;
let ids: Record<
  'a' | 'b' | 'viewer' | 'responder' | 'admin' | 'ofA' | 'ofB' | 'ofNone' | 'serviceOfA',
  string
>;
let names = 0;

beforeAll(async () => {
  klaxon = await SecuredKlaxon.start(CHANNEL_TO_NOWHERE);
  const { admin } = klaxon;
  const make = async (path: string, wish: object) =>
    (await klaxon.get(admin, 'POST', path, wish)).id;
  const a = await make('/api/teams', { name: 'A' });
  const b = await make('/api/teams', { name: 'B' });
  samples = await makeSamples(klaxon, b);
  const responder = await klaxon.invite('responder@example.org', 'responder', [b]);
  const ending = { name: 'Ending', scopes: EVERY_SCOPE, expires_at: IN_AN_HOUR };
  const { key } = await klaxon.get(admin, 'POST', '/api/api-keys', ending);
  makers = {
    'a key of a team': await klaxon.apiKey('Of A', EVERY_SCOPE, a),
    'a key of few scopes': await klaxon.apiKey('Few', [
      'keys:write',
      'people:write',
      'channels:write',
    ]),
    'a key that ends': { headers: { 'x-api-key': key } },
    'a key of all teams': await klaxon.apiKey('All', EVERY_SCOPE),
    'a responder': await klaxon.invite('a@example.org', 'responder', [a]),
    'an admin': admin,
  };
  ids = {
    a,
    b,
    viewer: samples['users'] ?? '',
    responder: responder.id,
    admin: (await klaxon.invite('other@example.org', 'admin')).id,
    ofA: (await klaxon.integration('Of A', { team_id: a })).id,
    ofB: (await klaxon.integration('Of B', { team_id: b })).id,
    ofNone: samples['integrations'] ?? '',
    serviceOfA: await make('/api/services', { name: 'of-a', team_id: a }),
  };
}, 60_000);

afterAll(() => klaxon?.stop());

type Attempt = readonly [
  maker: string,
  what: string,
  operation: (typeof MAKES_AUTHORITY)[number],
  path: () => string,
  body: () => object,
];

const fresh = () => `made ${++names}`;
const at = (path: string) => () => path;
const to = (path: string, id: keyof typeof ids) => () => path.replace('{id}', ids[id]);
const sample = (noun: string) => () => `/api/${noun}/${samples[noun]}`;
const KEYS = 'POST /api/api-keys';
const SENDERS = 'POST /api/integrations';
const EDIT_SENDER = 'PATCH /api/integrations/{id}';
const ROTATE = 'POST /api/integrations/{id}/rotate-key';
const INVITE = 'POST /api/users';
const EDIT_USER = 'PATCH /api/users/{id}';
const RENEW = 'POST /api/users/{id}/invitation';
const REACTIVATE = 'POST /api/users/{id}/reactivate';
const JOIN = 'PUT /api/teams/{id}/members/{user_id}';
const SERVICE = 'POST /api/services';
const EDIT_SERVICE = 'PATCH /api/services/{id}';

const key = (wish: object) => () => ({ name: fresh(), scopes: ['keys:write'], ...wish });
const sender = (wish: object) => () => ({ name: fresh(), ...wish });
const invited = (wish: object) => () => ({
  email: `${++names}@example.org`,
  name: 'New',
  role: 'viewer',
  ...wish,
});
const hook = () => ({ name: fresh(), type: 'webhook', config: { url: 'https://example.org/h' } });
const rule = () => ({ name: fresh(), channel_id: samples['channels'] });
const channelsBy = (maker: string): readonly Attempt[] => [
  [maker, 'a channel', 'POST /api/channels', at('/api/channels'), hook],
  [maker, 'a channel', 'PATCH /api/channels/{id}', sample('channels'), () => ({ name: fresh() })],
  [maker, 'a rule', 'POST /api/notification-rules', at('/api/notification-rules'), rule],
  [
    maker,
    'a rule',
    'PATCH /api/notification-rules/{id}',
    sample('notification-rules'),
    () => ({ name: fresh() }),
  ],
  [
    maker,
    'the end of a rule',
    'DELETE /api/notification-rules/{id}',
    sample('notification-rules'),
    () => ({}),
  ],
];

const TEAM = 'a key of a team';
const FEW = 'a key of few scopes';
const ENDING = 'a key that ends';
const ALL = 'a key of all teams';

/** What would be stronger than its maker. */
const STRONGER: readonly Attempt[] = [
  [TEAM, 'a key of another team', KEYS, at('/api/api-keys'), () => key({ team_id: ids.b })()],
  [TEAM, 'a key of all teams', KEYS, at('/api/api-keys'), key({})],
  [
    TEAM,
    'a key of more scopes',
    KEYS,
    at('/api/api-keys'),
    () => key({ team_id: ids.a, scopes: ['audit:read'] })(),
  ],
  [FEW, 'a key of more scopes', KEYS, at('/api/api-keys'), key({ scopes: ['incidents:write'] })],
  [ENDING, 'a key without an end', KEYS, at('/api/api-keys'), key({})],
  [
    TEAM,
    'a sender of another team',
    SENDERS,
    at('/api/integrations'),
    () => sender({ team_id: ids.b })(),
  ],
  [TEAM, 'a sender of no team', SENDERS, at('/api/integrations'), sender({})],
  [FEW, 'a sender', SENDERS, at('/api/integrations'), sender({})],
  [ENDING, 'a sender', SENDERS, at('/api/integrations'), sender({})],
  [
    TEAM,
    'what another team’s sender adds',
    EDIT_SENDER,
    to('/api/integrations/{id}', 'ofB'),
    () => ({ service: 'x' }),
  ],
  [
    TEAM,
    'another team’s sender',
    EDIT_SENDER,
    to('/api/integrations/{id}', 'ofB'),
    () => ({ team_id: ids.a }),
  ],
  [
    TEAM,
    'a sender for all',
    EDIT_SENDER,
    to('/api/integrations/{id}', 'ofA'),
    () => ({ team_id: null }),
  ],
  [
    FEW,
    'what a sender adds',
    EDIT_SENDER,
    to('/api/integrations/{id}', 'ofNone'),
    () => ({ service: 'x' }),
  ],
  [
    TEAM,
    'the key of another team’s sender',
    ROTATE,
    to('/api/integrations/{id}/rotate-key', 'ofB'),
    () => ({}),
  ],
  [
    TEAM,
    'the key of a sender of no team',
    ROTATE,
    to('/api/integrations/{id}/rotate-key', 'ofNone'),
    () => ({}),
  ],
  [
    FEW,
    'the key of a sender',
    ROTATE,
    to('/api/integrations/{id}/rotate-key', 'ofNone'),
    () => ({}),
  ],
  [
    ENDING,
    'the key of a sender',
    ROTATE,
    to('/api/integrations/{id}/rotate-key', 'ofNone'),
    () => ({}),
  ],
  [TEAM, 'an account', INVITE, at('/api/users'), invited({})],
  [ALL, 'a responder', INVITE, at('/api/users'), invited({ role: 'responder' })],
  [ALL, 'an admin', INVITE, at('/api/users'), invited({ role: 'admin' })],
  [
    TEAM,
    'a member of another team',
    EDIT_USER,
    to('/api/users/{id}', 'viewer'),
    () => ({ team_ids: [ids.b] }),
  ],
  [ALL, 'a higher role', EDIT_USER, to('/api/users/{id}', 'viewer'), () => ({ role: 'responder' })],
  [ALL, 'a lower role', EDIT_USER, to('/api/users/{id}', 'admin'), () => ({ role: 'viewer' })],
  [
    ALL,
    'another address of an admin',
    EDIT_USER,
    to('/api/users/{id}', 'admin'),
    () => ({ email: 'x@example.org' }),
  ],
  [
    ALL,
    'a responder of more teams',
    EDIT_USER,
    to('/api/users/{id}', 'responder'),
    () => ({ team_ids: [ids.a, ids.b] }),
  ],
  [
    ALL,
    'the link of a responder',
    RENEW,
    to('/api/users/{id}/invitation', 'responder'),
    () => ({}),
  ],
  [ALL, 'the link of an admin', RENEW, to('/api/users/{id}/invitation', 'admin'), () => ({})],
  [TEAM, 'a link', RENEW, to('/api/users/{id}/invitation', 'viewer'), () => ({})],
  [ALL, 'an admin again', REACTIVATE, to('/api/users/{id}/reactivate', 'admin'), () => ({})],
  [TEAM, 'a viewer again', REACTIVATE, to('/api/users/{id}/reactivate', 'viewer'), () => ({})],
  [TEAM, 'a team', 'POST /api/teams', at('/api/teams'), () => ({ name: fresh() })],
  [
    TEAM,
    'a responder of its own',
    JOIN,
    () => `/api/teams/${ids.a}/members/${ids.responder}`,
    () => ({}),
  ],
  [
    TEAM,
    'a viewer of another team',
    JOIN,
    () => `/api/teams/${ids.b}/members/${ids.viewer}`,
    () => ({}),
  ],
  [
    ALL,
    'a responder of a team',
    JOIN,
    () => `/api/teams/${ids.a}/members/${ids.responder}`,
    () => ({}),
  ],
  [
    TEAM,
    'a service of another team',
    SERVICE,
    at('/api/services'),
    () => ({ name: fresh(), team_id: ids.b }),
  ],
  [
    TEAM,
    'a service of nobody',
    SERVICE,
    at('/api/services'),
    () => ({ name: fresh(), team_id: null }),
  ],
  [TEAM, 'another team’s service', EDIT_SERVICE, sample('services'), () => ({ team_id: ids.a })],
  [
    TEAM,
    'a service for another team',
    EDIT_SERVICE,
    to('/api/services/{id}', 'serviceOfA'),
    () => ({ team_id: ids.b }),
  ],
  ...channelsBy(TEAM),
  ...channelsBy(FEW),
];

/** What is no stronger, so that what is refused above is refused for that alone. */
const AS_STRONG: readonly Attempt[] = [
  [TEAM, 'a key of the team', KEYS, at('/api/api-keys'), () => key({ team_id: ids.a })()],
  [ENDING, 'a key that ends as well', KEYS, at('/api/api-keys'), key({ expires_at: IN_AN_HOUR })],
  [
    TEAM,
    'a sender of the team',
    SENDERS,
    at('/api/integrations'),
    () => sender({ team_id: ids.a })(),
  ],
  [ALL, 'a sender', SENDERS, at('/api/integrations'), sender({})],
  [
    TEAM,
    'what its sender adds',
    EDIT_SENDER,
    to('/api/integrations/{id}', 'ofA'),
    () => ({ service: 'of-a' }),
  ],
  [
    TEAM,
    'the key of its sender',
    ROTATE,
    to('/api/integrations/{id}/rotate-key', 'ofA'),
    () => ({}),
  ],
  [ALL, 'a viewer', INVITE, at('/api/users'), invited({})],
  [ALL, 'the link of a viewer', RENEW, to('/api/users/{id}/invitation', 'viewer'), () => ({})],
  [ALL, 'a viewer again', REACTIVATE, to('/api/users/{id}/reactivate', 'viewer'), () => ({})],
  [
    ALL,
    'a viewer of a team',
    EDIT_USER,
    to('/api/users/{id}', 'viewer'),
    () => ({ team_ids: [ids.a] }),
  ],
  [ALL, 'a team', 'POST /api/teams', at('/api/teams'), () => ({ name: fresh() })],
  [
    TEAM,
    'a viewer of the team',
    JOIN,
    () => `/api/teams/${ids.a}/members/${ids.viewer}`,
    () => ({}),
  ],
  [
    TEAM,
    'a service of the team',
    SERVICE,
    at('/api/services'),
    () => ({ name: fresh(), team_id: ids.a }),
  ],
  [
    TEAM,
    'another name of its service',
    EDIT_SERVICE,
    to('/api/services/{id}', 'serviceOfA'),
    () => ({ name: 'ours' }),
  ],
  ...channelsBy(ALL),
];

async function statusOf([maker, , operation, path, body]: Attempt): Promise<number> {
  const [method = ''] = operation.split(' ');
  const wish = method === 'DELETE' || method === 'PUT' ? undefined : body();
  return (await klaxon.ask(makers[maker] ?? NOBODY, method, path(), wish)).status;
}

test('every operation that changes something says whether it makes authority', async () => {
  const changing = (await operationsOf(klaxon))
    .filter(({ method }) => method !== 'GET')
    .map(({ name }) => name);
  const classified = [...MAKES_AUTHORITY, ...PROVES_FIRST, ...ONES_OWN, ...TAKES_AWAY, ...ACTS];
  expect([...classified].sort()).toEqual([...changing].sort());
});

test('of every operation that makes authority something too strong and something as strong is tried', () => {
  for (const attempts of [STRONGER, AS_STRONG])
    expect([...new Set(attempts.map(([, , operation]) => operation))].sort()).toEqual(
      [...MAKES_AUTHORITY].sort(),
    );
});

describe('nothing is made that is stronger than its maker', () => {
  test.each(STRONGER)('%s makes not: %s (%s)', async (...attempt) => {
    expect(await statusOf(attempt)).toBe(403);
  });

  test('a responder makes nothing of it at all', async () => {
    for (const [, what, ...rest] of [...STRONGER, ...AS_STRONG])
      expect([what, await statusOf(['a responder', what, ...rest])]).toEqual([what, 403]);
  });

  test.each(AS_STRONG)('%s makes: %s (%s)', async (...attempt) => {
    expect(Math.floor((await statusOf(attempt)) / 100)).toBe(2);
  });
});

describe('the integration that a key of a team makes', () => {
  test('ends no alert of another team, loses none, and says so', async () => {
    const service = 'shop';
    const wish = { name: 'Made by a key', team_id: ids.a };
    const { key: secret } = await klaxon.get(
      makers[TEAM] ?? NOBODY,
      'POST',
      '/api/integrations',
      wish,
    );
    const made = { headers: { authorization: `Bearer ${secret}` } };
    const incident = await klaxon.incidentOf(service, 'Theirs');
    const { alerts } = await klaxon.get(klaxon.admin, 'GET', `/api/incidents/${incident}/alerts`);
    const { fingerprint, labels } = alerts.at(-1);
    const report = (status: string, name = fingerprint) =>
      klaxon.get(made, 'POST', '/api/webhooks/alertmanager', {
        version: '4',
        status,
        groupKey: '{}:{}',
        alerts: [
          {
            status,
            labels,
            fingerprint: name,
            startsAt: new Date(Date.now() - 60_000).toISOString(),
            ...(status === 'resolved' && { endsAt: new Date().toISOString() }),
          },
        ],
      });
    await report('resolved');
    const theirs = async () => klaxon.get(klaxon.admin, 'GET', `/api/incidents/${incident}`);
    expect(await theirs()).toMatchObject({ status: 'open' });
    const { rejected_alerts: rejected } = await klaxon.get(
      klaxon.admin,
      'GET',
      '/api/rejected-alerts?limit=1',
    );
    expect(rejected[0]).toMatchObject({
      reason: expect.stringContaining('Made by a key says that this alert is over'),
    });
    const version = (await theirs()).version;
    await report('firing');
    const list = await klaxon.get(klaxon.admin, 'GET', `/api/incidents?service=${service}`);
    const apart = list.incidents.filter(({ group_key }: { group_key: string }) =>
      group_key.startsWith(`@${ids.a} `),
    );
    expect(apart).toMatchObject([{ status: 'open' }]);
    await report('resolved');
    expect(await klaxon.get(klaxon.admin, 'GET', `/api/incidents/${apart[0].id}`)).toMatchObject({
      status: 'resolved',
    });
    expect(await theirs()).toMatchObject({ status: 'open', version });
  });
});
