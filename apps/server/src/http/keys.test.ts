import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { alertmanagerSource, bearerSecrets } from '@klaxon/adapters';
import { GRANTABLE, SCOPES } from '@klaxon/contracts';
import { actionRule, GRANTABLE_ACTIONS, HOUR } from '@klaxon/domain';
import { makeKeyStage, START, teamRecord } from '@klaxon/testing';
import { keyedApp } from './testing/keyed-app.ts';

const NOBODYS_ID = '0199f3a1-02b4-7c8a-a5ee-91d3b7f0c642';
const SHOP = teamRecord({ name: 'Shop' });
const API_KEYS = '/api/api-keys';
const INTEGRATIONS = '/api/integrations';

const open = () =>
  keyedApp(() => makeKeyStage(bearerSecrets), alertmanagerSource(), {
    publicUrl: 'https://klaxon.example.org',
  });

let klaxon: Awaited<ReturnType<typeof open>>;
let stage: ReturnType<typeof makeKeyStage>;
let admin: Record<string, string>;

beforeAll(async () => {
  klaxon = await open();
});

beforeEach(async () => {
  stage = klaxon.reset();
  admin = await stage.keyWith(['incidents:read', 'keys:read', 'keys:write', 'alerts:write']);
  await stage.tools.unitOfWork.run((tx) => tx.teams.insert(SHOP));
});

const get = async (url: string) => (await klaxon.ask(admin, 'GET', url)).json();
const post = (url: string, payload: object) => klaxon.ask(admin, 'POST', url, payload);
const named = async (name: string) => {
  const { api_keys: keys } = await get(API_KEYS);
  return keys.find((key: { readonly name: string }) => key.name === name);
};
const lastAudit = () => stage.database.auditEntries.at(-1);
const WISH = { name: 'Terraform', scopes: ['incidents:read'] };

describe('an API key', () => {
  test('is told once, and shown by its beginning', async () => {
    const answer = await post(API_KEYS, {
      ...WISH,
      name: ' Terraform ',
      team_id: SHOP.id,
      expires_at: '2026-01-05T10:00:00Z',
    });
    expect(answer.statusCode).toBe(201);
    const { id, key } = answer.json();
    expect(key).toMatch(/^klx_[\w-]{43}$/);
    expect(await named('Terraform')).toEqual({
      id,
      name: 'Terraform',
      prefix: key.slice(0, 12),
      scopes: ['incidents:read'],
      team_id: SHOP.id,
      created_by_id: null,
      created_at: '2026-01-05T09:00:00.000Z',
      expires_at: '2026-01-05T10:00:00.000Z',
      last_used_at: null,
    });
  });

  test('opens what its scopes say until it ends', async () => {
    const expires_at = new Date(START + HOUR).toISOString();
    const made = await post(API_KEYS, { ...WISH, scopes: ['keys:read'], expires_at });
    const { key } = made.json();
    const status = async (method: 'GET' | 'POST') => {
      const body = method === 'GET' ? undefined : WISH;
      return (await klaxon.ask({ 'x-api-key': key }, method, API_KEYS, body)).statusCode;
    };
    expect([await status('GET'), await status('POST')]).toEqual([200, 403]);
    expect((await named('Terraform')).last_used_at).toBe('2026-01-05T09:00:00.000Z');
    stage.clock.advance(HOUR - 1);
    expect(await status('GET')).toBe(200);
    stage.clock.advance(1);
    expect(await status('GET')).toBe(401);
  });

  test('opens nothing once it is revoked', async () => {
    const { id, key } = (await post(API_KEYS, WISH)).json();
    expect((await klaxon.ask(admin, 'DELETE', `${API_KEYS}/${id}`)).statusCode).toBe(204);
    const answer = await klaxon.ask({ authorization: `Bearer ${key}` }, 'GET', API_KEYS);
    expect(answer.statusCode).toBe(401);
    expect((await klaxon.ask(admin, 'DELETE', `${API_KEYS}/${id}`)).statusCode).toBe(404);
  });

  test.each<[string, object, string]>([
    ['no name', { name: ' ' }, 'name'],
    ['no scopes', { scopes: [] }, 'scopes'],
    ['an unknown scope', { scopes: ['everything'] }, 'scopes.0'],
    ['what only a person has', { scopes: ['profile:write'] }, 'scopes.0'],
    ['an end that is now', { expires_at: new Date(START).toISOString() }, 'expires_at'],
    ['an end that is no time', { expires_at: 'tomorrow' }, 'expires_at'],
    ['a team that is not there', { team_id: NOBODYS_ID }, 'team_id'],
    ['a prefix of its own', { prefix: 'klx_mine' }, 'prefix'],
    ['a hash of its own', { secret_hash: 'AAAA' }, 'secret_hash'],
  ])('with %s is refused', async (_, change, path) => {
    const answer = await post(API_KEYS, { ...WISH, ...change });
    expect(answer.json()).toMatchObject({ status: 400, errors: [{ path }] });
    expect(await named(WISH.name)).toBeUndefined();
  });

  test('cannot be given what its maker may not do', async () => {
    const answer = await post(API_KEYS, { ...WISH, scopes: ['incidents:read', 'audit:read'] });
    expect(answer.json()).toMatchObject({
      status: 403,
      detail: 'You cannot give away audit:read: you may not do it yourself.',
    });
  });

  test('has a name of its own', async () => {
    await post(API_KEYS, WISH);
    expect((await post(API_KEYS, WISH)).statusCode).toBe(409);
  });

  test('comes and goes under the eyes of the audit log, which does not know it', async () => {
    const { id, key } = (await post(API_KEYS, WISH)).json();
    const facts = { name: 'Terraform', prefix: key.slice(0, 12), scopes: WISH.scopes };
    const target = { kind: 'api_key', id, name: 'Terraform' };
    expect(lastAudit()).toMatchObject({ action: 'api_key.created', target, after: facts });
    await klaxon.ask(admin, 'DELETE', `${API_KEYS}/${id}`);
    expect(lastAudit()).toMatchObject({ action: 'api_key.revoked', target, before: facts });
    expect(JSON.stringify(stage.database.auditEntries)).not.toContain(key);
  });
});

describe('an integration', () => {
  const create = async (change: object = {}) => {
    const answer = await post(INTEGRATIONS, { name: 'Prometheus', service: 'shop', ...change });
    return { answer, ...answer.json<{ id: string; key: string; alertmanager_config: string }>() };
  };

  test('comes with a key and the lines to paste, both told once', async () => {
    const { answer, id, key, alertmanager_config: lines } = await create({ team_id: SHOP.id });
    expect(answer.statusCode).toBe(201);
    expect(answer.headers['location']).toBe(`${INTEGRATIONS}/${id}`);
    expect(key).toMatch(/^kli_[\w-]{43}$/);
    expect(lines).toBe(`receivers:
  - name: klaxon
    webhook_configs:
      - url: https://klaxon.example.org/api/webhooks/alertmanager
        send_resolved: true
        http_config:
          authorization:
            credentials: ${key}
`);
    const times = { created_at: '2026-01-05T09:00:00.000Z' };
    const unused = { ...times, expires_at: null, last_used_at: null };
    const shown = {
      id,
      name: 'Prometheus',
      service: 'shop',
      team_id: SHOP.id,
      keys: [{ id: expect.any(String), prefix: key.slice(0, 12), ...unused }],
      ...times,
      updated_at: times.created_at,
    };
    expect(await get(`${INTEGRATIONS}/${id}`)).toEqual(shown);
    expect(await get(INTEGRATIONS)).toEqual({ integrations: [shown], total: 1 });
  });

  test('is edited where something is said, and left as it is elsewhere', async () => {
    const { id } = await create({ team_id: SHOP.id });
    const edit = async (change: object) =>
      (await klaxon.ask(admin, 'PATCH', `${INTEGRATIONS}/${id}`, change)).json();
    expect(await edit({ service: ' ' })).toMatchObject({ service: null, team_id: SHOP.id });
    expect(await edit({ team_id: null, name: 'Mimir' })).toMatchObject({
      name: 'Mimir',
      service: null,
      team_id: null,
    });
    expect(lastAudit()).toMatchObject({
      action: 'integration.edited',
      before: { name: 'Prometheus', team_id: SHOP.id },
      after: { name: 'Mimir', team_id: null },
    });
  });

  test('is rotated with the lines for its new key, while the list shows when the old one ends', async () => {
    const { id, key } = await create();
    stage.clock.advance(HOUR);
    const url = `${INTEGRATIONS}/${id}/rotate-key`;
    const newer = (await post(url, { overlap_seconds: 3_600 })).json();
    expect(newer.key).not.toBe(key);
    expect(newer.alertmanager_config).toContain(`credentials: ${newer.key}\n`);
    expect((await get(`${INTEGRATIONS}/${id}`)).keys).toMatchObject([
      { prefix: newer.key.slice(0, 12), expires_at: null },
      { prefix: key.slice(0, 12), expires_at: '2026-01-05T11:00:00.000Z' },
    ]);
    const after = { prefix: newer.key.slice(0, 12), overlap_seconds: 3_600 };
    expect(lastAudit()).toMatchObject({ action: 'integration.key_rotated', after });
    expect(JSON.stringify(stage.database.auditEntries)).not.toContain(newer.key);
  });

  test('is gone when it is deleted', async () => {
    const { id } = await create();
    expect((await klaxon.ask(admin, 'DELETE', `${INTEGRATIONS}/${id}`)).statusCode).toBe(204);
    expect(lastAudit()).toMatchObject({ action: 'integration.deleted', target: { id } });
    expect(await get(INTEGRATIONS)).toEqual({ integrations: [], total: 0 });
  });

  test.each<[string, object, string]>([
    ['no name', { name: '' }, 'name'],
    ['a name of 256 letters', { name: 'x'.repeat(256) }, 'name'],
    ['a service of 256 letters', { service: 'x'.repeat(256) }, 'service'],
    ['a team that is not there', { team_id: NOBODYS_ID }, 'team_id'],
    ['a key of its own', { key: 'kli_mine' }, 'key'],
  ])('with %s is refused, new or edited', async (_, change, path) => {
    const refused = { status: 400, errors: [{ path }] };
    expect((await create(change)).answer.json()).toMatchObject(refused);
    const { id } = await create();
    const edited = await klaxon.ask(admin, 'PATCH', `${INTEGRATIONS}/${id}`, change);
    expect(edited.json()).toMatchObject(refused);
  });

  test('has a name of its own', async () => {
    await create();
    const { id } = await create({ name: 'Mimir' });
    const renamed = await klaxon.ask(admin, 'PATCH', `${INTEGRATIONS}/${id}`, {
      name: 'Prometheus',
    });
    expect([(await create()).answer.statusCode, renamed.statusCode]).toEqual([409, 409]);
  });

  test.each([
    ['GET', ''],
    ['PATCH', ''],
    ['DELETE', ''],
    ['POST', '/rotate-key'],
  ] as const)('that is not there cannot be had by %s %s', async (method, rest) => {
    const body = { PATCH: { name: 'x' }, POST: {}, GET: undefined, DELETE: undefined }[method];
    const url = `${INTEGRATIONS}/${NOBODYS_ID}${rest}`;
    expect((await klaxon.ask(admin, method, url, body)).statusCode).toBe(404);
  });
});

describe('what is made with a key', () => {
  const OTHER = teamRecord({ id: NOBODYS_ID, name: 'Search' });
  const END = new Date(START + HOUR).toISOString();
  let ofShop: Record<string, string>;
  const make = async (wish: object) => {
    const { key } = (await post(API_KEYS, { ...WISH, name: 'Maker', ...wish })).json();
    return { authorization: `Bearer ${key}` };
  };

  beforeEach(async () => {
    await stage.tools.unitOfWork.run((tx) => tx.teams.insert(OTHER));
    const scopes = ['keys:read', 'keys:write', 'alerts:write'];
    ofShop = await make({ scopes, team_id: SHOP.id });
  });

  test.each([
    ['all', null, 403],
    ['another', OTHER.id, 403],
    ['its own', SHOP.id, 201],
    ['its own, in capitals', SHOP.id.toUpperCase(), 201],
  ])('of a team is for it alone: %s', async (_, team_id, status) => {
    const key = { name: 'wide', scopes: ['keys:read'], team_id };
    expect((await klaxon.ask(ofShop, 'POST', API_KEYS, key)).statusCode).toBe(status);
    const integration = { name: 'wide', team_id };
    expect((await klaxon.ask(ofShop, 'POST', INTEGRATIONS, integration)).statusCode).toBe(status);
  });

  test('that ends does not end later', async () => {
    const ending = await make({ name: 'Ending', scopes: ['keys:write'], expires_at: END });
    const status = async (expires_at: string | null) => {
      const wish = { name: `until ${expires_at}`, scopes: ['keys:write'], expires_at };
      return (await klaxon.ask(ending, 'POST', API_KEYS, wish)).statusCode;
    };
    expect(await status(null)).toBe(403);
    expect(await status(new Date(START + HOUR + 1).toISOString())).toBe(403);
    expect(await status(END)).toBe(201);
  });

  test('of a team changes nothing that is not that team’s', async () => {
    const status = async (...request: Parameters<typeof klaxon.ask>) =>
      (await klaxon.ask(...request)).statusCode;
    const integration = async (name: string, team_id: string | null) =>
      `${INTEGRATIONS}/${(await post(INTEGRATIONS, { name, team_id })).json().id}`;
    for (const team_id of [OTHER.id, null]) {
      const { id } = (await post(API_KEYS, { ...WISH, name: `of ${team_id}`, team_id })).json();
      const url = await integration(`of ${team_id}`, team_id);
      expect([
        await status(ofShop, 'DELETE', `${API_KEYS}/${id}`),
        await status(ofShop, 'PATCH', url, { team_id: SHOP.id }),
        await status(ofShop, 'POST', `${url}/rotate-key`, {}),
        await status(ofShop, 'DELETE', url),
      ]).toEqual([403, 403, 403, 403]);
    }
    const own = await integration('own', SHOP.id);
    expect([
      await status(ofShop, 'PATCH', own, { team_id: OTHER.id }),
      await status(ofShop, 'PATCH', own, { team_id: null }),
      await status(ofShop, 'PATCH', own, { name: 'Mimir' }),
      await status(ofShop, 'POST', `${own}/rotate-key`, {}),
      await status(ofShop, 'DELETE', own),
    ]).toEqual([403, 403, 200, 200, 204]);
  });
});

test('keys are seen and made by nobody without the scopes for it', async () => {
  const reader = await stage.keyWith(['keys:read']);
  const other = await stage.keyWith(['people:write']);
  const status = async (headers: Record<string, string>, method: 'GET' | 'POST', url: string) =>
    (await klaxon.ask(headers, method, url, method === 'GET' ? undefined : WISH)).statusCode;
  for (const url of [API_KEYS, INTEGRATIONS]) {
    expect([await status(reader, 'GET', url), await status(reader, 'POST', url)]).toEqual([
      200, 403,
    ]);
    expect([await status(other, 'GET', url), await status({}, 'GET', url)]).toEqual([403, 401]);
  }
});

test('the scopes of the document are those of the domain, with what they let do', () => {
  expect(GRANTABLE).toEqual(GRANTABLE_ACTIONS);
  expect(SCOPES).toEqual(
    Object.fromEntries(GRANTABLE_ACTIONS.map((action) => [action, actionRule(action).summary])),
  );
});
