import { beforeAll, describe, expect, test } from '@jest/globals';
import type { ServiceFilter, UserFilter } from '@klaxon/application';
import { conflict, LOCAL } from '@klaxon/domain';
import type { FastifyInstance } from 'fastify';
import { stubApp } from './testing/stub-app.ts';
import { serviceView, stubPeople, teamView, userView } from './testing/stub-people.ts';

const USER = `/api/users/${userView.id}`;
const TEAM = `/api/teams/${teamView.id}`;
const SERVICE = `/api/services/${serviceView.id}`;
const TIMES = { created_at: '2026-11-23T12:00:00.000Z', updated_at: '2026-11-23T12:00:00.000Z' };
const LOCALLY = { principal: LOCAL, requestId: 'request-1', address: '127.0.0.1' };

const wireUser = {
  id: userView.id,
  email: 'ada@example.org',
  name: 'Ada',
  role: 'responder',
  team_ids: [teamView.id],
  status: 'active',
  invitation_expires_at: null,
  deactivated_at: null,
  ...TIMES,
};
const wireTeam = { id: teamView.id, name: 'Payments', member_ids: [userView.id], ...TIMES };
const wireService = {
  id: serviceView.id,
  name: 'checkout',
  team_id: teamView.id,
  team_name: 'Payments',
  ...TIMES,
};

let app: FastifyInstance;

beforeAll(async () => {
  app = await stubApp();
});

test('the API key of a team sets up no people and no teams', async () => {
  const principal = {
    kind: 'api-key',
    id: 'key-1',
    name: 'Terraform',
    scopes: ['people:write', 'people:read'],
    teamId: teamView.id,
    expiresAt: null,
  } as const;
  const own = await stubApp(
    { access: { authenticate: async () => principal } },
    { signIn: 'sign-in' },
  );
  const viewer = { email: 'eve@example.org', name: 'Eve', role: 'viewer' };
  for (const [method, url, payload] of [
    ['POST', '/api/users', viewer],
    ['PATCH', USER, { name: 'Eve' }],
    ['POST', `${USER}/invitation`, undefined],
    ['POST', `${USER}/deactivate`, undefined],
    ['POST', `${USER}/reactivate`, undefined],
    ['POST', '/api/teams', { name: 'Ours' }],
  ] as const) {
    const answer = await own.inject({ method, url, ...(payload && { payload }) });
    expect([url, answer.json()]).toMatchObject([
      url,
      { status: 403, detail: 'This API key is for one team, and this concerns all of them.' },
    ]);
  }
  expect((await own.inject(USER)).statusCode).toBe(200);
});

describe('users', () => {
  test('are shown without what proves who they are', async () => {
    expect((await app.inject(USER)).json()).toEqual(wireUser);
    expect((await app.inject('/api/users')).json()).toEqual({ users: [wireUser], total: 1 });
  });

  test.each([
    [{ canSignIn: false, invitationExpiresAt: 0 }, 'invited'],
    [{ deactivatedAt: 0 }, 'deactivated'],
  ])('with %j are %s', async (change, status) => {
    const user = async () => ({ ...userView, ...change });
    const own = await stubApp({ people: { queries: { ...stubPeople.queries, user } } });
    expect((await own.inject(USER)).json()).toMatchObject({ status });
  });

  test('are looked for', async () => {
    const asked: unknown[] = [];
    const users = async (filter: UserFilter, page: unknown) => {
      asked.push(filter, page);
      return { items: [], total: 0 };
    };
    const own = await stubApp({ people: { queries: { ...stubPeople.queries, users } } });
    const url = `/api/users?q=ada&active=false&team_id=${teamView.id}&limit=2&offset=4`;
    expect((await own.inject(url)).json()).toEqual({ users: [], total: 0 });
    expect(asked).toEqual([
      { q: 'ada', active: false, teamId: teamView.id },
      { limit: 2, offset: 4 },
    ]);
  });

  test.each(['active=maybe', 'q=', 'role=admin', 'limit=201', 'team_id=1'])(
    'are not looked for by %s',
    async (query) => {
      expect((await app.inject(`/api/users?${query}`)).statusCode).toBe(400);
    },
  );

  test('are invited by a link that reaches no log', async () => {
    const asked: unknown[] = [];
    const own = await stubApp(
      {
        people: {
          inviteUser: async (input) => {
            asked.push(input);
            return { userId: userView.id, link: { token: 'secret-token', expiresAt: 0 } };
          },
        },
      },
      { publicUrl: 'https://klaxon.example.org' },
    );
    const payload = { email: 'ada@example.org', name: 'Ada', role: 'responder' };
    const team_ids = [teamView.id.toUpperCase()];
    const answer = await own.inject({
      method: 'POST',
      url: '/api/users',
      payload: { ...payload, team_ids },
    });
    expect([answer.statusCode, answer.headers['location']]).toEqual([201, USER]);
    expect(answer.json()).toEqual({
      user: wireUser,
      invitation: {
        link: 'https://klaxon.example.org/welcome#token=secret-token',
        expires_at: '1970-01-01T00:00:00.000Z',
      },
    });
    expect(asked).toEqual([{ ...payload, actor: LOCALLY, teamIds: [teamView.id] }]);
  });

  test('get a new link, to where the admin is where nobody said what people call Klaxon', async () => {
    const answer = await app.inject({
      method: 'POST',
      url: `${USER}/invitation`,
      headers: { host: 'localhost:8080' },
    });
    expect([answer.statusCode, answer.json()]).toEqual([
      201,
      {
        link: 'http://localhost:8080/welcome#token=one-time-token',
        expires_at: '2026-11-23T12:00:00.000Z',
      },
    ]);
  });

  test('are edited in what is given alone', async () => {
    const asked: unknown[] = [];
    const own = await stubApp({
      people: {
        editUser: async (input) => {
          asked.push(input);
        },
      },
    });
    for (const payload of [{ role: 'admin' }, { team_ids: [] }]) {
      const answer = await own.inject({ method: 'PATCH', url: USER, payload });
      expect([answer.statusCode, answer.json()]).toEqual([200, wireUser]);
    }
    const actor = expect.objectContaining({ principal: LOCAL });
    expect(asked).toEqual([
      { actor, userId: userView.id, edit: { role: 'admin' } },
      { actor, userId: userView.id, edit: { teamIds: [] } },
    ]);
  });

  test('are deactivated and reactivated', async () => {
    const asked: unknown[] = [];
    const own = await stubApp({
      people: {
        deactivateUser: async ({ userId }) => {
          asked.push(['deactivate', userId]);
        },
        reactivateUser: async ({ userId }) => {
          asked.push(['reactivate', userId]);
        },
      },
    });
    for (const what of ['deactivate', 'reactivate'])
      expect((await own.inject({ method: 'POST', url: `${USER}/${what}` })).json()).toEqual(
        wireUser,
      );
    expect(asked).toEqual([
      ['deactivate', userView.id],
      ['reactivate', userView.id],
    ]);
  });

  test('who are the last admin stay, and are told why', async () => {
    const refuse = async () => {
      throw conflict('This is the only admin.');
    };
    const own = await stubApp({ people: { deactivateUser: refuse, editUser: refuse } });
    for (const request of [
      { method: 'POST', url: `${USER}/deactivate` },
      { method: 'PATCH', url: USER, payload: { role: 'viewer' } },
    ] as const) {
      const answer = await own.inject(request);
      expect([answer.statusCode, answer.json().detail]).toEqual([409, 'This is the only admin.']);
    }
  });

  test.each([
    'id',
    'password',
    'password_hash',
    'passwordHash',
    'status',
    'deactivated_at',
    'created_at',
    'oidc_subject',
    'is_admin',
    '__proto__',
    'constructor',
  ])('do not take %s from a body', async (name) => {
    const bodies = { email: 'ada@example.org', name: 'Ada', role: 'viewer' };
    for (const request of [
      { method: 'POST', url: '/api/users' },
      { method: 'PATCH', url: USER },
    ] as const) {
      const payload = `${JSON.stringify(bodies).slice(0, -1)},"${name}":"x"}`;
      const headers = { 'content-type': 'application/json' };
      const answer = await app.inject({ ...request, payload, headers });
      expect(answer.statusCode).toBe(400);
      expect(answer.json().errors).toContainEqual({ path: name, message: 'is not a field here' });
    }
  });

  test.each([
    [{ email: 'ada@example.org', name: 'Ada' }, 'role'],
    [{ email: 'ada@example.org', name: ' ', role: 'viewer' }, 'name'],
    [{ email: 'ada@example.org', name: 'Ada', role: 'owner' }, 'role'],
    [{ email: ['ada@example.org'], name: 'Ada', role: 'viewer' }, 'email'],
    [{ email: 'ada@example.org', name: 'x'.repeat(256), role: 'viewer' }, 'name'],
    [{ email: 'a@b.c', name: 'Ada', role: 'viewer', team_ids: ['1'] }, 'team_ids.0'],
    [{ email: 'a@b.c', name: 'Ada', role: 'viewer', team_ids: 'x' }, 'team_ids'],
  ])('%j are refused for their %s', async (payload, path) => {
    const answer = await app.inject({ method: 'POST', url: '/api/users', payload });
    expect(answer.statusCode).toBe(400);
    expect(answer.json().errors).toContainEqual(expect.objectContaining({ path }));
  });
});

describe('one-time links', () => {
  test('are checked', async () => {
    const url = '/api/auth/invitations/check';
    const answer = await app.inject({ method: 'POST', url, payload: { token: 'x' } });
    expect(answer.json()).toEqual({
      email: 'ada@example.org',
      name: 'Ada',
      expires_at: '2026-11-23T12:00:00.000Z',
    });
  });

  test('sign in who accepts, in a session of their own', async () => {
    const asked: unknown[] = [];
    const own = await stubApp({
      people: {
        acceptInvitation: (acceptance) => {
          asked.push(acceptance);
          return stubPeople.acceptInvitation(acceptance);
        },
      },
    });
    const mark = 'M'.repeat(43);
    const shown = `klaxon_session=before; klaxon_device=${mark}.nonsense`;
    const answer = await own.inject({
      method: 'POST',
      url: '/api/auth/invitations/accept',
      payload: { token: 'x', password: 'four words are enough' },
      headers: { 'user-agent': 'Firefox', cookie: shown },
    });
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({ user: { id: userView.id, role: 'responder' } });
    expect(answer.cookies).toEqual([
      expect.objectContaining({
        name: 'klaxon_session',
        value: 'session-secret',
        httpOnly: true,
        sameSite: 'Lax',
        path: '/',
      }),
      expect.objectContaining({ name: 'klaxon_device', value: 'what-the-browser-is-known-by' }),
    ]);
    expect(answer.body).not.toContain('session-secret');
    expect(asked).toEqual([
      {
        token: 'x',
        password: 'four words are enough',
        name: null,
        device: {
          userAgent: 'Firefox',
          address: '127.0.0.1',
          requestId: 'request-1',
          // What is no mark is not handed on.
          marks: [mark],
        },
        shown: 'before',
      },
    ]);
  });

  test.each(['role', 'email', 'user_id', 'team_ids'])(
    'do not let anybody choose %s',
    async (name) => {
      const payload = { token: 'x', password: 'four words are enough', [name]: 'admin' };
      const url = '/api/auth/invitations/accept';
      const answer = await app.inject({ method: 'POST', url, payload });
      expect(answer.statusCode).toBe(400);
      expect(answer.json().errors).toContainEqual({ path: name, message: 'is not a field here' });
      expect(answer.body).not.toContain('four words');
    },
  );
});

describe('teams', () => {
  test('are shown with their members', async () => {
    expect((await app.inject(TEAM)).json()).toEqual(wireTeam);
    expect((await app.inject('/api/teams')).json()).toEqual({ teams: [wireTeam], total: 1 });
  });

  test('are set up, renamed and deleted', async () => {
    const asked: unknown[] = [];
    const own = await stubApp({
      people: {
        createTeam: async ({ name }) => {
          asked.push(name);
          return teamView.id;
        },
        renameTeam: async ({ teamId, name }) => {
          asked.push([teamId, name]);
        },
        deleteTeam: async ({ teamId }) => {
          asked.push(teamId);
        },
      },
    });
    const payload = { name: 'Payments' };
    const made = await own.inject({ method: 'POST', url: '/api/teams', payload });
    expect([made.statusCode, made.headers['location'], made.json()]).toEqual([201, TEAM, wireTeam]);
    expect((await own.inject({ method: 'PATCH', url: TEAM, payload })).json()).toEqual(wireTeam);
    const gone = await own.inject({ method: 'DELETE', url: TEAM });
    expect([gone.statusCode, gone.body]).toEqual([204, '']);
    expect(asked).toEqual(['Payments', [teamView.id, 'Payments'], teamView.id]);
  });

  test('get and lose members', async () => {
    const asked: unknown[] = [];
    const own = await stubApp({
      people: {
        addMember: async ({ actor: _, ...membership }) => {
          asked.push(['add', membership]);
        },
        removeMember: async ({ actor: _, ...membership }) => {
          asked.push(['remove', membership]);
        },
      },
    });
    const url = `${TEAM}/members/${userView.id}`;
    for (const method of ['PUT', 'DELETE'] as const)
      expect((await own.inject({ method, url })).json()).toEqual(wireTeam);
    const membership = { teamId: teamView.id, userId: userView.id };
    expect(asked).toEqual([
      ['add', membership],
      ['remove', membership],
    ]);
  });

  test.each([{}, { name: '' }, { name: 'x', id: 'y' }, { name: 'x', member_ids: [] }])(
    'are not set up as %j',
    async (payload) => {
      const answer = await app.inject({ method: 'POST', url: '/api/teams', payload });
      expect(answer.statusCode).toBe(400);
    },
  );
});

describe('services', () => {
  test('are shown with their team', async () => {
    expect((await app.inject(SERVICE)).json()).toEqual(wireService);
    const list = await app.inject('/api/services');
    expect(list.json()).toEqual({ services: [wireService], total: 1 });
  });

  test('are looked for, those of no team too', async () => {
    const asked: ServiceFilter[] = [];
    const services = async (filter: ServiceFilter) => {
      asked.push(filter);
      return { items: [], total: 0 };
    };
    const own = await stubApp({ people: { queries: { ...stubPeople.queries, services } } });
    for (const query of ['', '?team_id=none', `?team_id=${teamView.id}&q=check`])
      expect((await own.inject(`/api/services${query}`)).statusCode).toBe(200);
    expect(asked).toEqual([{}, { teamId: null }, { teamId: teamView.id, q: 'check' }]);
    expect((await own.inject('/api/services?team_id=null')).statusCode).toBe(400);
  });

  test('are set up, edited in what is given alone, and deleted', async () => {
    const asked: unknown[] = [];
    const own = await stubApp({
      people: {
        createService: async ({ actor: _, ...input }) => {
          asked.push(input);
          return serviceView.id;
        },
        editService: async ({ serviceId, edit }) => {
          asked.push([serviceId, edit]);
        },
        deleteService: async ({ serviceId }) => {
          asked.push(serviceId);
        },
      },
    });
    const url = '/api/services';
    const made = await own.inject({ method: 'POST', url, payload: { name: 'checkout' } });
    expect([made.statusCode, made.headers['location']]).toEqual([201, SERVICE]);
    expect(made.json()).toEqual(wireService);
    for (const payload of [
      { team_id: null },
      { team_id: teamView.id.toUpperCase() },
      { name: 'x' },
    ])
      expect((await own.inject({ method: 'PATCH', url: SERVICE, payload })).statusCode).toBe(200);
    expect((await own.inject({ method: 'DELETE', url: SERVICE })).statusCode).toBe(204);
    expect(asked).toEqual([
      { name: 'checkout', teamId: null },
      [serviceView.id, { teamId: null }],
      [serviceView.id, { teamId: teamView.id }],
      [serviceView.id, { name: 'x' }],
      serviceView.id,
    ]);
  });

  test.each([{}, { name: 'x', team: 'y' }, { name: 'x', team_id: 'y' }, { name: 7 }])(
    'are not set up as %j',
    async (payload) => {
      const answer = await app.inject({ method: 'POST', url: '/api/services', payload });
      expect(answer.statusCode).toBe(400);
    },
  );
});
