import { describe, expect, test } from '@jest/globals';
import { stubApp } from './testing/stub-app.ts';

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
