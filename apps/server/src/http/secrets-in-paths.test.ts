import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { DomainError } from '@klaxon/domain';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { INCIDENT_ID, listen, stubApp } from './testing/stub-app.ts';

const SECRET = 'Zm9yIG5vYm9keSdzIGV5ZXM7MDEyMzQ1Njc4OQ';
const KEY = `kli_${SECRET}`;
const ACT = `eyJhIjoi.${SECRET}`;

let app: FastifyInstance;
let port: number;
let log: string[] = [];

beforeAll(async () => {
  app = await stubApp(
    {
      access: {
        // Whatever the key: it is refused, and that is logged.
        authenticate: async () => {
          throw new DomainError('unauthenticated', 'This integration key is not valid.');
        },
      },
    },
    { logger: pino({ level: 'trace' }, { write: (line) => void log.push(line) }) },
  );
  port = await listen(app);
});
beforeEach(() => {
  log = [];
});
afterAll(() => app.close());

/** What comes back for a request that is sent as it stands. */
async function send(method: string, target: string, ...headers: string[]): Promise<string> {
  const socket = connect(port, '127.0.0.1').setEncoding('utf8');
  let answer = '';
  socket.on('data', (part: string) => {
    answer += part;
  });
  const lines = [
    `${method} ${target} HTTP/1.1`,
    'host: localhost',
    ...headers,
    'connection: close',
  ];
  socket.write(`${lines.join('\r\n')}\r\n\r\n`);
  await once(socket, 'close');
  return answer;
}

const HOOK = '/api/webhooks/alertmanager';
const SPELLINGS = [
  `${HOOK}/${KEY}`,
  `${HOOK}/${KEY}/`,
  `${HOOK}/${KEY}/more`,
  `${HOOK}//${KEY}`,
  `//api//webhooks//alertmanager//${KEY}`,
  `/%61pi/webhooks/alertmanager/${KEY}`,
  `/API/Webhooks/Alertmanager/${KEY}`,
  `/api;x/webhooks/alertmanager/${KEY}`,
  `${HOOK};x/${KEY}`,
  `/./api/webhooks/../webhooks/alertmanager/${KEY}`,
  `/api/webhooks%2Falertmanager%2F${KEY}`,
  `${HOOK}/%6b%6c%69_${SECRET}`,
  `${HOOK}/${SECRET}`,
  `${HOOK}/${KEY}%ZZ`,
  `${HOOK}\\${KEY}`,
  `/klaxon${HOOK}/${KEY}`,
  `/${KEY}`,
  `/act/${ACT}`,
  `/Act/${ACT}`,
  `//act/${ACT}`,
  `/act%2F${ACT}`,
  `/act/${ACT}/more`,
  `/welcome/token=${SECRET}`,
  `/welcome?token=${SECRET}`,
  `/open/klt_${SECRET}`,
  `/open?token=klt_${SECRET}`,
  `/assets/${SECRET}`,
  `/docs/${SECRET}`,
  `/api/incidents/${SECRET}`,
  `/api/auth/oidc/callback?code=${SECRET}&state=${SECRET}`,
  `/.well-known/${SECRET}`,
  `http://localhost${HOOK}/${KEY}`,
  `http://${SECRET}@localhost/`,
  KEY,
];

describe('a key or token in an address', () => {
  test.each(SPELLINGS)('stands in no line of the log and in no answer: %s', async (target) => {
    for (const method of ['GET', 'POST', 'DELETE', 'OPTIONS', 'PROPFIND', 'BREW']) {
      const answer = await send(method, target, `referer: http://localhost${HOOK}/${KEY}`);
      expect(answer).toMatch(/^HTTP\/1.1 \d{3}/);
      expect([method, answer]).toEqual([method, expect.not.stringContaining(SECRET)]);
    }
    expect(log.join('')).not.toContain(SECRET);
  });

  test.each([
    ['is not HTTP', `GET ${HOOK}/${KEY} HTTP/9.9\r\n\r\n`],
    ['has a broken header', `GET ${HOOK}/${KEY} HTTP/1.1\r\nhost: a\r\n${SECRET}\r\n\r\n`],
    ['is too long', `GET ${HOOK}/${KEY}${'x'.repeat(20_000)} HTTP/1.1\r\n\r\n`],
    ['has no host', `GET ${HOOK}/${KEY} HTTP/1.1\r\n\r\n`],
  ])('is repeated nowhere where the request %s', async (_what, request) => {
    const socket = connect(port, '127.0.0.1').setEncoding('utf8');
    let answer = '';
    socket.on('data', (part: string) => {
      answer += part;
    });
    socket.on('error', () => {});
    socket.write(request);
    await once(socket, 'close');
    expect(answer + log.join('')).not.toContain(SECRET);
  });
});

describe('what the log says of an address', () => {
  const pathOf = async (method: string, target: string) => {
    log = [];
    await send(method, target);
    return /"path":"([^"]*)"/.exec(log.join(''))?.[1];
  };

  test.each([
    ['GET', `/api/incidents/${INCIDENT_ID}?q=ada`, `/api/incidents/${INCIDENT_ID}`],
    ['GET', '/api/incidents/not-an-id', '/api/incidents/:id'],
    ['POST', `${HOOK}/${KEY}`, `${HOOK}/:key`],
    ['GET', `/act/${ACT}`, '/act/:token'],
    ['DELETE', `/api/incidents/${INCIDENT_ID}`, `/api/incidents/${INCIDENT_ID}`],
    ['GET', '/api/incident', '/api/incident'],
    ['GET', '/robots.txt', '/robots.txt'],
    ['GET', `/api/x/${KEY}`, '/api/x/…'],
    ['GET', `/a${'/a'.repeat(100)}`, `${'/a'.repeat(8)}/…`],
    ['GET', `/${'a'.repeat(100)}`, '/…'],
    ['GET', 'http://localhost/api/me', '/api/me'],
  ])('%s %s is told as %s', async (method, target, path) => {
    expect(await pathOf(method, target)).toBe(path);
  });
});
