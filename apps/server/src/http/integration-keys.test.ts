import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { alertmanagerSource, bearerSecrets } from '@klaxon/adapters';
import { DomainError, HOUR, MINUTE } from '@klaxon/domain';
import { LOCAL_TOKEN, makeKeyStage } from '@klaxon/testing';
import { keyedApp } from './testing/keyed-app.ts';

const URL = '/api/webhooks/alertmanager';
const NEVER_MADE = `kli_${'A'.repeat(43)}`;
const FIRING = {
  status: 'firing',
  alerts: [
    {
      status: 'firing',
      labels: { alertname: 'Down' },
      annotations: {},
      startsAt: '2026-01-05T08:59:00Z',
      endsAt: '0001-01-01T00:00:00Z',
      fingerprint: '9e44fef2344fcfdf',
    },
  ],
};

const bearer = (key: string) => ({ authorization: `Bearer ${key}` });
const basic = (user: string, key: string) => ({
  authorization: `Basic ${Buffer.from(`${user}:${key}`).toString('base64')}`,
});

const AWAY = new DomainError('unavailable', 'The database cannot be reached.');

/** Where people sign in, or where nobody does. */
const open = (signIn: 'local' | 'sign-in') =>
  keyedApp(() => makeKeyStage(bearerSecrets, signIn), alertmanagerSource(), { signIn });
type Klaxon = Awaited<ReturnType<typeof open>>;

let klaxon: Klaxon;
let stage: ReturnType<typeof makeKeyStage>;
let admin: Record<string, string>;
let integration: { id: string; key: string };

beforeAll(async () => {
  klaxon = await open('sign-in');
});

beforeEach(async () => {
  stage = klaxon.reset();
  admin = await stage.keyWith(['keys:read', 'keys:write', 'alerts:write']);
  const wish = { name: 'Prometheus of the shop', service: 'shop' };
  integration = (await klaxon.ask(admin, 'POST', '/api/integrations', wish)).json();
});

const send = (headers: Record<string, string>, url = URL) =>
  klaxon.ask(headers, 'POST', url, FIRING);
const rotate = async (body: object): Promise<string> => {
  const url = `/api/integrations/${integration.id}/rotate-key`;
  return (await klaxon.ask(admin, 'POST', url, body)).json().key;
};

/** Each way to show a key: headers and an address. */
const WAYS: readonly [string, (key: string) => readonly [Record<string, string>, string?]][] = [
  ['as a bearer', (key) => [bearer(key)]],
  ['as a bearer in small letters', (key) => [{ authorization: `bearer ${key}` }]],
  ['as the password of anybody', (key) => [basic('anybody', key)]],
  ['as the password of nobody', (key) => [basic('', key)]],
  ['as X-API-Key', (key) => [{ 'x-api-key': key }]],
  ['in the path', (key) => [{}, `${URL}/${key}`]],
  ['in the path with a slash at the end', (key) => [{}, `${URL}/${key}/`]],
];

describe.each(WAYS)('a key that is sent %s', (_, shown) => {
  test('lets alerts in, as its integration', async () => {
    const answer = await send(...shown(integration.key));
    expect([answer.statusCode, answer.json()]).toEqual([200, { status: 'ok' }]);
    expect(stage.incidents()).toMatchObject([{ labels: { alertname: 'Down', service: 'shop' } }]);
    const [opened] = stage.database.eventsOf(stage.incidents()[0]?.id ?? '');
    expect(opened?.actor).toEqual({ kind: 'integration', id: 'Prometheus of the shop' });
  });

  test('and is wrong lets nothing in, and the log says where it came from', async () => {
    const answer = await send(...shown(NEVER_MADE));
    expect(answer.statusCode).toBe(401);
    expect(answer.headers['location']).toBeUndefined();
    expect(stage.incidents()).toEqual([]);
    const warning = { level: 40, address: '127.0.0.1', msg: expect.stringContaining('refused') };
    const lines = klaxon.log().trim().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toContainEqual(expect.objectContaining(warning));
  });

  test('while the database is away is a 503: Alertmanager drops a 401 for good', async () => {
    stage.breakLookUps(AWAY);
    const answer = await send(...shown(integration.key));
    expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '1']);
  });

  test('is in no line of the log and in no answer', async () => {
    const answers = [await send(...shown(integration.key)), await send(...shown(NEVER_MADE))];
    stage.breakLookUps(AWAY);
    answers.push(await send(...shown(integration.key)));
    const told = klaxon.log() + answers.map((one) => JSON.stringify([one.headers, one.body]));
    expect(told).toContain(URL);
    expect(told).not.toContain(integration.key);
    expect(told).not.toContain(NEVER_MADE);
  });
});

describe('alerts that are refused', () => {
  const rejected = async () =>
    (await stage.database.alertQueries.rejected({ limit: 10, offset: 0, cursor: null })).items;

  test('are kept among the rejected with who sent them and why, once a minute', async () => {
    for (let sent = 0; sent < 5; sent += 1) await send(bearer(NEVER_MADE));
    const reason =
      'Alerts from 127.0.0.1 were refused: This integration key is not valid or has expired.';
    const kept = { source: 'alertmanager', path: '', reason, raw: '' };
    expect(await rejected()).toEqual([expect.objectContaining(kept)]);
    stage.clock.advance(MINUTE - 1);
    await send({});
    expect(await rejected()).toHaveLength(1);
    stage.clock.advance(1);
    await send({});
    expect(await rejected()).toHaveLength(2);
  });

  test.each([
    ['without a key', async () => ({})],
    ['with a key that may not send any', () => stage.keyWith(['incidents:read'])],
    ['from the page of another site', async () => ({ origin: 'https://evil.example' })],
  ])('%s are kept', async (_, headers) => {
    expect((await send(await headers())).statusCode).toBeGreaterThanOrEqual(401);
    expect(await rejected()).toHaveLength(1);
  });

  test('are to be sent again where that cannot be kept', async () => {
    stage.breakIngest(AWAY);
    expect((await send(bearer(NEVER_MADE))).statusCode).toBe(503);
    stage.breakIngest(null);
    expect((await send(bearer(NEVER_MADE))).statusCode).toBe(401);
    expect(await rejected()).toHaveLength(1);
  });
});

describe('a key in an address that is mistyped', () => {
  test.each([
    ['a bad escape', `${URL}/KEY%zz`],
    ['two slashes', `${URL}//KEY`],
    ['two slashes before', `/${URL}/KEY`],
    ['a letter too few', '/api/webhook/alertmanager/KEY'],
    ['capital letters', '/API/webhooks/alertmanager/KEY'],
    ['a prefix', `/klaxon${URL}/KEY`],
    ['something behind', `${URL}/KEY/api/v2/alerts`],
    ['a query', `${URL}?key=KEY`],
  ])('by %s is told to nobody', async (_, url) => {
    for (const key of [integration.key, integration.key.replace('_', '%5F')]) {
      const answer = await send({}, url.replace('KEY', key));
      expect(answer.statusCode).toBeGreaterThanOrEqual(400);
      expect(answer.statusCode).toBeLessThan(500);
      const random = integration.key.slice('kli_'.length);
      expect(klaxon.log() + JSON.stringify([answer.headers, answer.body])).not.toContain(random);
    }
  });
});

describe('the webhook', () => {
  test('lets nobody in without a key', async () => {
    expect((await send({})).statusCode).toBe(401);
    expect(stage.incidents()).toEqual([]);
  });

  test('takes an API key that may send alerts, which adds nothing to them', async () => {
    expect((await send(await stage.keyWith(['incidents:read']))).statusCode).toBe(403);
    expect((await send(await stage.keyWith(['alerts:write']))).statusCode).toBe(200);
    const [incident] = stage.incidents();
    expect(incident?.labels).not.toHaveProperty('service');
    const [opened] = stage.database.eventsOf(incident?.id ?? '');
    expect(opened?.actor).toEqual({ kind: 'integration', id: 'alertmanager' });
  });

  test('is all that the key of an integration opens', async () => {
    for (const url of ['/api/incidents', '/api/alerts', '/api/api-keys'])
      expect((await klaxon.ask(bearer(integration.key), 'GET', url)).statusCode).toBe(403);
    const answer = await klaxon.ask(bearer(integration.key), 'GET', '/api/integrations');
    expect(answer.json()).toMatchObject({
      status: 403,
      detail: 'The key of an integration can only send alerts. Use an API key for this.',
    });
  });
});

describe('a key that is replaced', () => {
  const status = async (key: string) => (await send(bearer(key))).statusCode;

  test('goes on for as long as was said, and no longer', async () => {
    const newer = await rotate({ overlap_seconds: 3_600 });
    stage.clock.advance(HOUR - 1);
    expect([await status(integration.key), await status(newer)]).toEqual([200, 200]);
    stage.clock.advance(1);
    expect([await status(integration.key), await status(newer)]).toEqual([401, 200]);
  });

  test('goes on for a day where nothing was said', async () => {
    await rotate({});
    stage.clock.advance(24 * HOUR - 1);
    expect(await status(integration.key)).toBe(200);
    stage.clock.advance(1);
    expect(await status(integration.key)).toBe(401);
  });

  test('ends at once where it must', async () => {
    await rotate({ overlap_seconds: 0 });
    expect(await status(integration.key)).toBe(401);
  });

  test('does not live longer by being replaced again', async () => {
    await rotate({ overlap_seconds: 60 });
    await rotate({ overlap_seconds: 604_800 });
    stage.clock.advance(MINUTE);
    expect(await status(integration.key)).toBe(401);
  });

  test.each([-1, 604_801, 1.5, '60'])('cannot go on for %j seconds', async (overlap) => {
    const url = `/api/integrations/${integration.id}/rotate-key`;
    const answer = await klaxon.ask(admin, 'POST', url, { overlap_seconds: overlap });
    expect(answer.json()).toMatchObject({ status: 400, errors: [{ path: 'overlap_seconds' }] });
    expect(await status(integration.key)).toBe(200);
  });

  test('ends with its integration', async () => {
    await klaxon.ask(admin, 'DELETE', `/api/integrations/${integration.id}`);
    expect(await status(integration.key)).toBe(401);
  });
});

describe('where nobody signs in', () => {
  let local: Klaxon;
  beforeAll(async () => {
    local = await open('local');
  });
  beforeEach(async () => {
    stage = local.reset();
    const wish = { name: 'Prometheus', service: 'shop' };
    integration = (await local.ask(bearer(LOCAL_TOKEN), 'POST', '/api/integrations', wish)).json();
  });
  const sendLocally = (key: string) => local.ask(bearer(key), 'POST', URL, FIRING);

  test.each([
    ['a good key still says whose alerts they are', () => integration.key, 'shop'],
    ['no alert is lost over a wrong key', () => NEVER_MADE, undefined],
  ] as const)('%s', async (_, key, service) => {
    expect((await sendLocally(key())).statusCode).toBe(200);
    expect(stage.incidents()[0]?.labels['service']).toBe(service);
  });

  test('a program needs nothing to send alerts, and nothing else is done without the token', async () => {
    expect((await local.ask({}, 'POST', URL, FIRING)).statusCode).toBe(200);
    for (const headers of [{}, bearer(NEVER_MADE), bearer('klt_of-another')])
      for (const [method, url] of [
        ['GET', '/api/me'],
        ['GET', '/api/incidents'],
        ['POST', '/api/incidents'],
        ['POST', '/api/test-alerts'],
        ['GET', '/openapi.json'],
        ['GET', '/docs/'],
      ] as const) {
        const answer = await local.ask(headers, method, url, method === 'POST' ? {} : undefined);
        expect([url, answer.statusCode]).toEqual([url, 401]);
      }
    const { detail } = (await local.ask({}, 'GET', '/api/me')).json();
    expect(detail).toContain('open the address that it printed');
    expect((await local.ask(bearer(LOCAL_TOKEN), 'GET', '/api/me')).statusCode).toBe(200);
  });

  test('a key that cannot be looked up is a 503', async () => {
    stage.breakLookUps(AWAY);
    expect((await sendLocally(integration.key)).statusCode).toBe(503);
  });
});
