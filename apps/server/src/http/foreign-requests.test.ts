import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, test } from '@jest/globals';
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
    'nginx that adds no header is known by the HTTP/1.0 it speaks: %s is a %s',
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
  ])('a name that was bound anew to this machine opens nothing: %j', async (host) => {
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
