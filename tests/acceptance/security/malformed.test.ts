import { connect } from 'node:net';
import { text as wholeText } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  addressOf,
  CHANNEL_TO_NOWHERE,
  type Json,
  makeSamples,
  type Operation,
  operationsOf,
  type Samples,
} from '../../support/api-operations.ts';
import { SecuredKlaxon } from '../../support/secured-klaxon.ts';

/** Alertmanager's webhook takes what no other does, and has tests of its own. */
const WEBHOOK = /^POST \/api\/webhooks\//;

let klaxon: SecuredKlaxon;
let samples: Samples;
let operations: readonly Operation[];
let withBody: readonly Operation[];

beforeAll(async () => {
  klaxon = await SecuredKlaxon.start(CHANNEL_TO_NOWHERE);
  const team = await klaxon.get(klaxon.admin, 'POST', '/api/teams', { name: 'A' });
  samples = await makeSamples(klaxon, team.id);
  operations = await operationsOf(klaxon);
  withBody = operations.filter(({ name, example }) => example !== null && !WEBHOOK.test(name));
});

afterAll(() => klaxon?.stop());

/** Fails where an answer is neither good nor a failure that says what was wrong, and under which request id. */
async function send(
  { name, method }: Pick<Operation, 'name' | 'method'>,
  address: string,
  body: string | undefined,
  headers: Record<string, string> = {},
): Promise<number> {
  const answer = await klaxon.ask(klaxon.admin, method, address, body, headers);
  const text = await answer.text();
  const seen = { name, sent: body?.slice(0, 200), headers, status: answer.status };
  if (answer.status < 400) return answer.status;
  expect({ ...seen, type: answer.headers.get('content-type') }).toEqual({
    ...seen,
    type: 'application/problem+json',
  });
  const problem = JSON.parse(text);
  expect(problem).toEqual({
    type: expect.any(String),
    title: expect.any(String),
    status: answer.status,
    detail: expect.any(String),
    instance: expect.any(String),
    errors: expect.any(Array),
    request_id: answer.headers.get('x-request-id'),
  });
  // 503: a channel's test or a notification may find nobody at the other end.
  expect({ ...seen, problem, fine: answer.status < 500 }).toEqual({ ...seen, problem, fine: true });
  return answer.status;
}

describe('a body', () => {
  test.each([
    ['is not JSON', '{"title":', {}],
    ['is two', '{}{}', {}],
    ['is a list', '[]', {}],
    ['is text', '"text"', {}],
    ['is a number', '1e999', {}],
    ['is null', 'null', {}],
    ['holds a NUL', '{"\u0000":"\u0000"}', {}],
    ['names the prototype', '{"__proto__":{"role":"admin"},"constructor":{"prototype":{}}}', {}],
    ['is nested a hundred thousand times', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, {}],
    ['hides a nest in a field', `{"title":${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}}`, {}],
    ['is 2 MiB long', `{"title":"${'x'.repeat(2 * 1024 * 1024)}"}`, {}],
    ['has ten thousand fields', JSON.stringify(Object.fromEntries(many(10_000))), {}],
    ['is a form', 'title=x', { 'content-type': 'application/x-www-form-urlencoded' }],
    [
      'is XML',
      '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>',
      { 'content-type': 'application/xml' },
    ],
    [
      'is of several parts',
      '--x\r\n\r\n--x--',
      { 'content-type': 'multipart/form-data; boundary=x' },
    ],
    ['is of no type', '{}', { 'content-type': 'x' }],
    ['claims to be compressed', '{}', { 'content-encoding': 'gzip' }],
    ['is in another charset', '{}', { 'content-type': 'application/json; charset=utf-16' }],
  ] as const)(
    'that %s is refused or taken for none, by every operation',
    async (_what, body, headers) => {
      expect(withBody.length).toBeGreaterThan(25);
      for (const operation of withBody)
        await send(operation, addressOf(operation, samples), body, headers);
    },
  );

  test('with a field that is anything but what it should be is refused, by every operation', async () => {
    let sent = 0;
    for (const operation of withBody) {
      for (const field of operation.fields) {
        for (const value of WRONG) {
          const body = JSON.stringify({ ...operation.example, [field]: value });
          await send(operation, addressOf(operation, samples), body);
          sent += 1;
        }
      }
    }
    expect(sent).toBeGreaterThan(1_000);
  }, 180_000);

  test('with lone surrogates is stored with them mended', async () => {
    const body = '{"title":"a\\ud800b","labels":{"\\udc00":"\\u0000"}}';
    const answer = await klaxon.get(klaxon.admin, 'POST', '/api/incidents', body);
    expect(answer).toMatchObject({ title: 'a\ufffdb', labels: { '\ufffd': '\ufffd' } });
  });
});

/** Of every kind, length and spelling. */
const WRONG: readonly Json[] = [
  null,
  true,
  0,
  -1,
  1.5,
  1e308,
  9_007_199_254_740_992,
  '',
  ' ',
  '\u0000',
  'x'.repeat(100_000),
  "'; DROP TABLE users; --",
  '0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d10',
  '9999-99-99T99:99:99Z',
  '+275760-09-13T00:00:00.001Z',
  'javascript:alert(1)',
  'http://[::1',
  [],
  [null],
  [['x']],
  Array.from({ length: 2_000 }, () => 'x'),
  {},
  { __proto__: { a: 1 } },
  { $gt: '' },
  { toString: 'x', valueOf: null },
  Object.fromEntries(many(1_000)),
];

function many(count: number): [string, string][] {
  return Array.from({ length: count }, (_, index) => [`field_${index}`, 'x']);
}

describe('an address', () => {
  test.each([
    ['no id', '1042'],
    ['nothing', '%20'],
    ['a NUL', '%00'],
    ['broken', '%ZZ'],
    ['half a character', '%ff'],
    ['a path', '..%2f..%2fetc%2fpasswd'],
    ['SQL', "'%20OR%201=1--"],
    ['the prototype', '__proto__'],
    ['an id and more', '0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d10%00'],
    ['long', 'x'.repeat(8_000)],
    ['braces', '%7Bid%7D'],
  ])('whose id is %s is refused, by every operation that has one', async (_what, id) => {
    const withId = operations.filter(({ path }) => path.includes('{id}'));
    expect(withId.length).toBeGreaterThan(25);
    for (const operation of withId) {
      const address = operation.path.replace('{id}', id).replace('{user_id}', id);
      const body = operation.example === null ? undefined : JSON.stringify(operation.example);
      const status = await send(operation, address, body);
      expect([operation.name, status >= 400]).toEqual([operation.name, true]);
    }
  });

  test('of nothing is a 404, whatever it is asked for with', async () => {
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])
      for (const path of [
        '/api/nothing',
        '/api//incidents',
        '/.env',
        '/.git/config',
        '/api/../etc',
      ])
        await send({ name: path, method }, path, undefined);
  });
});

describe('a file', () => {
  test.each([
    '%00',
    'a%00b',
    '%ff',
    '%ZZ',
    '%2e%2e%2f%2e%2e%2fpackage.json',
    '..%5c..',
    '.env',
    '__proto__',
  ])('whose name is %s is not there', async (name) => {
    for (const method of ['GET', 'HEAD']) {
      const answer = await klaxon.ask(klaxon.admin, method, `/assets/${name}`);
      expect([400, 403, 404]).toContain(answer.status);
    }
  });

  test.each([
    ['a range that is none', { range: 'bytes=9-1' }],
    ['a range of nothing', { range: 'bytes=-0' }],
    ['a range beyond its end', { range: 'bytes=99999999-' }],
    ['a condition that does not hold', { 'if-match': '"none"' }],
    ['a time that is none', { 'if-unmodified-since': 'yesterday' }],
  ])('that is asked for with %s is answered', async (_what, headers) => {
    const answer = await klaxon.ask(klaxon.admin, 'GET', '/favicon.svg', undefined, headers);
    expect(answer.status).toBeLessThan(500);
  });
});

describe('what is no request', () => {
  const HOST = 'host: 127.0.0.1\r\n';

  test.each([
    [
      'headers of more than 16 KiB',
      `GET /health HTTP/1.1\r\n${HOST}x: ${'x'.repeat(20_000)}\r\n\r\n`,
      431,
    ],
    ['two thousand headers', `GET /health HTTP/1.1\r\n${HOST}${'x: y\r\n'.repeat(4_000)}\r\n`, 431],
    ['an address of 20,000 characters', `GET /${'x'.repeat(20_000)} HTTP/1.1\r\n${HOST}\r\n`, 431],
    [
      'two lengths',
      `POST /api/incidents HTTP/1.1\r\n${HOST}content-length: 2\r\ncontent-length: 3\r\n\r\n{}`,
      400,
    ],
    [
      'a length beside chunks',
      `POST /api/incidents HTTP/1.1\r\n${HOST}content-length: 4\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`,
      400,
    ],
    ['a negative length', `POST /api/incidents HTTP/1.1\r\n${HOST}content-length: -1\r\n\r\n`, 400],
    [
      'a broken chunk',
      `POST /api/auth/sign-in HTTP/1.1\r\n${HOST}content-type: application/json\r\ntransfer-encoding: chunked\r\n\r\nZZ\r\n`,
      400,
    ],
    ['no host', 'GET /health HTTP/1.1\r\n\r\n', 400],
    ['noise', '\u0016\u0003\u0001\u0002\u0000\r\n\r\n', 400],
  ])('%s is answered and cut off', async (_what, raw, status) => {
    const { hostname, port } = new URL(klaxon.server.url);
    const socket = connect(Number(port), hostname);
    socket.on('error', () => {});
    socket.write(raw);
    expect(await wholeText(socket)).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  });
});

test('after all of it Klaxon works as before', async () => {
  expect((await klaxon.ask(klaxon.admin, 'GET', '/ready')).status).toBe(200);
  expect(await klaxon.get(klaxon.admin, 'GET', '/api/incidents')).toMatchObject({
    total: expect.any(Number),
  });
  expect(klaxon.server.output()).not.toContain('"level":50');
});
