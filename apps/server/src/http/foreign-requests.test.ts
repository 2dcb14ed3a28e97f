import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { listen, stubApp } from './testing/stub-app.ts';

describe('a Klaxon that listens on loopback alone', () => {
  test.each(['evil.example', '10.0.0.7:8080', '127.0.0.1.evil.example'])(
    'refuses a request to the host %j',
    async (host) => {
      const app = await stubApp({}, { localOnly: true });
      const answer = await app.inject({ url: '/api/incidents', headers: { host } });
      expect(answer.statusCode).toBe(403);
    },
  );

  test.each(['localhost:8080', '127.0.0.1', '[::1]:8080', 'klaxon.example.com'])(
    'answers a request to the host %j',
    async (host) => {
      const app = await stubApp({}, { localOnly: true, publicUrl: 'https://klaxon.example.com' });
      const answer = await app.inject({ url: '/health', headers: { host } });
      expect(answer.statusCode).toBe(200);
    },
  );
});

describe('a change', () => {
  const change = (headers: Record<string, string>) => ({
    method: 'POST' as const,
    url: '/api/webhooks/alertmanager',
    headers: { host: 'localhost:8080', ...headers },
    payload: '{"alerts":[]}',
  });

  test.each([
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
  ])('from elsewhere (%j) is refused', async (headers) => {
    const app = await stubApp({}, { localOnly: true });
    expect((await app.inject(change(headers))).statusCode).toBe(403);
  });

  test.each([{}, { origin: 'http://localhost:8080', 'sec-fetch-site': 'same-origin' }])(
    'from here (%j) is taken',
    async (headers) => {
      const app = await stubApp({}, { localOnly: true });
      expect((await app.inject(change(headers))).statusCode).toBe(200);
    },
  );
});

describe('where a change comes from', () => {
  const PUBLIC = 'https://klaxon.example.org';

  /** The statuses of a change with these headers, by origin. */
  async function statuses(
    app: FastifyInstance,
    host: string,
    origins: readonly string[],
  ): Promise<readonly (readonly [string, number])[]> {
    const answers: (readonly [string, number])[] = [];
    for (const origin of origins) {
      const headers = { host, origin };
      const url = '/api/webhooks/alertmanager';
      const answer = await app.inject({ method: 'POST', url, headers, payload: '{"alerts":[]}' });
      answers.push([origin, answer.statusCode]);
    }
    return answers;
  }
  const all = (status: number, origins: readonly string[]) =>
    origins.map((origin) => [origin, status]);

  test('is compared whole with the public address: scheme, name and port', async () => {
    const app = await stubApp({}, { publicUrl: PUBLIC });
    expect(await statuses(app, 'klaxon.example.org', [PUBLIC])).toEqual(all(200, [PUBLIC]));
    const others = [
      'http://klaxon.example.org',
      'https://klaxon.example.org:8443',
      'https://klaxon.example.org.evil.example',
      'https://evil.example/https://klaxon.example.org',
      'https://klaxon.example.org, https://evil.example',
      'null',
      '',
    ];
    expect(await statuses(app, 'klaxon.example.org', others)).toEqual(all(403, others));
    // A page of the machine itself, as through a tunnel.
    const here = ['http://127.0.0.1:8080', 'http://127.0.0.1:3000', 'http://evil.example'];
    expect((await statuses(app, '127.0.0.1:8080', here)).map(([, status]) => status)).toEqual([
      200, 403, 403,
    ]);
  });

  test('is compared whole with the address that was asked for, where none is public', async () => {
    const app = await stubApp();
    const origins = ['http://10.0.0.7:8080', 'https://10.0.0.7:8080', 'http://10.0.0.7', 'null'];
    expect((await statuses(app, '10.0.0.7:8080', origins)).map(([, status]) => status)).toEqual([
      200, 403, 403, 403,
    ]);
  });

  test('believes a trusted proxy that people come by HTTPS', async () => {
    const app = await stubApp({}, { trustProxy: true });
    const change = (origin: string) =>
      app.inject({
        method: 'POST',
        url: '/api/webhooks/alertmanager',
        headers: { host: 'klaxon.example.org', 'x-forwarded-proto': 'https', origin },
        payload: '{"alerts":[]}',
      });
    expect((await change(PUBLIC)).statusCode).toBe(200);
    expect((await change('http://klaxon.example.org')).statusCode).toBe(403);
  });

  test.each(['cross-site', 'same-site'])('is not here where the browser says %s', async (site) => {
    const app = await stubApp();
    const headers = { host: 'localhost:8080', 'sec-fetch-site': site };
    const url = '/api/webhooks/alertmanager';
    const answer = await app.inject({ method: 'POST', url, headers, payload: '{"alerts":[]}' });
    expect(answer.statusCode).toBe(403);
  });
});

describe('a request that names the place it asks for in two ways', () => {
  test.each([
    ['two hosts', 'GET /health HTTP/1.1', ['host: 127.0.0.1', 'Host: evil.example']],
    ['the same host twice', 'GET /health HTTP/1.1', ['host: 127.0.0.1', 'host: 127.0.0.1']],
    ['a whole address', 'GET http://evil.example/health HTTP/1.1', ['host: 127.0.0.1']],
    ['its own whole address', 'GET http://127.0.0.1/health HTTP/1.1', ['host: 127.0.0.1']],
    ['no host', 'GET /health HTTP/1.1', []],
    ['an empty host', 'GET /health HTTP/1.1', ['host:']],
    ['hosts in a list', 'GET /health HTTP/1.1', ['host: 127.0.0.1, evil.example']],
    ['a host with a path', 'GET /health HTTP/1.1', ['host: 127.0.0.1/evil']],
    ['a host with a user', 'GET /health HTTP/1.1', ['host: 127.0.0.1@evil.example']],
    ['nothing but a star', 'OPTIONS * HTTP/1.1', ['host: 127.0.0.1']],
  ])('is a 400: %s', async (_what, line, headers) => {
    const port = await port400;
    expect(await statusOf(port, [line, ...headers])).toBe(400);
  });

  test('and one that does not is answered', async () => {
    const port = await port400;
    for (const lines of [
      ['GET /health HTTP/1.1', 'host: klaxon_api:8080'],
      ['GET /health HTTP/1.1', 'host: [::1]:8080'],
      // As load balancers probe.
      ['GET /health HTTP/1.0'],
    ])
      expect([lines, await statusOf(port, lines)]).toEqual([lines, 200]);
  });

  let port400: Promise<number>;
  let app: FastifyInstance;
  beforeAll(async () => {
    app = await stubApp();
    port400 = listen(app);
  });
  afterAll(() => app.close());
});

async function statusOf(port: number, lines: readonly string[]): Promise<number> {
  const socket = connect(port, '127.0.0.1');
  socket.write(`${[...lines, 'connection: close'].join('\r\n')}\r\n\r\n`);
  const [answer] = await once(socket.setEncoding('utf8'), 'data');
  socket.destroy();
  return Number(/^HTTP\/1.1 (\d+)/.exec(answer)?.[1]);
}

describe('where nobody signs in', () => {
  const local = () => stubApp({}, { localOnly: true, signIn: 'local' });

  test.each([
    { forwarded: 'for=192.0.2.1' },
    { via: '1.1 proxy.example.org' },
    { 'x-forwarded-for': '192.0.2.1' },
    { 'x-forwarded-host': 'localhost' },
    { 'x-forwarded-proto': 'https' },
    { 'x-real-ip': '127.0.0.1' },
    { 'cf-connecting-ip': '192.0.2.1' },
  ])(
    'a request that came through a proxy is refused, reads too, and it is said what to do: %j',
    async (headers) => {
      const app = await local();
      for (const url of ['/api/incidents', '/health', '/docs/', '/openapi.json', '/'])
        expect([
          url,
          (await app.inject({ url, headers: { host: 'localhost:8080', ...headers } })).statusCode,
        ]).toEqual([url, 403]);
      const answer = await app.inject({
        url: '/api/incidents',
        headers: { host: 'localhost', ...headers },
      });
      expect(answer.json().detail).toContain('SIGN_IN=required');
    },
  );

  test.each([
    ['1.0', '403'],
    ['1.1', '200'],
  ])(
    'an old nginx that adds no header is known by the HTTP/1.0 it speaks: %s is a %s',
    async (version, status) => {
      const app = await local();
      const socket = connect(await listen(app), '127.0.0.1');
      socket.write(
        `GET /health HTTP/${version}\r\nhost: 127.0.0.1:8080\r\nconnection: close\r\n\r\n`,
      );
      const [answer] = await once(socket.setEncoding('utf8'), 'data');
      expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
      socket.destroy();
      await app.close();
    },
  );

  // A page of another site whose name was made to lead to this machine is of the same origin, for its browser.
  test.each([
    'evil.example',
    'evil.example:8080',
    'localhost.evil.example',
    '127.0.0.1.nip.io',
    '0.0.0.0',
    '[::]',
    '2130706433',
  ])('a name that was bound again to this machine opens nothing: %j', async (host) => {
    const app = await local();
    const own = { host, origin: `http://${host}`, 'sec-fetch-site': 'same-origin' };
    for (const url of ['/api/incidents', '/health', '/openapi.json'])
      expect([url, (await app.inject({ url, headers: own })).statusCode]).toEqual([url, 403]);
    const change = { method: 'POST' as const, url: '/api/incidents', payload: { title: 'x' } };
    expect((await app.inject({ ...change, headers: own })).statusCode).toBe(403);
  });

  test('a page of another port of this machine changes nothing', async () => {
    const app = await local();
    const headers = {
      host: 'localhost:8080',
      origin: 'http://localhost:3000',
      'sec-fetch-site': 'same-site',
    };
    const payload = { title: 'x' };
    const answer = await app.inject({ method: 'POST', url: '/api/incidents', payload, headers });
    expect(answer.statusCode).toBe(403);
  });

  test('a program of this machine is let in', async () => {
    const app = await local();
    for (const host of [
      'localhost:8080',
      'LOCALHOST',
      'localhost.',
      '127.0.0.1:8080',
      '127.1.2.3',
      '[::1]:8080',
    ])
      expect([
        host,
        (await app.inject({ url: '/api/incidents', headers: { host } })).statusCode,
      ]).toEqual([host, 200]);
  });
});
