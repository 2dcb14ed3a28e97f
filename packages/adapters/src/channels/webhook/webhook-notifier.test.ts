import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { CLAIM_EXPIRES_AFTER } from '@klaxon/domain';
import { type HttpAnswer, type HttpDouble, httpDouble, MovableClock } from '@klaxon/testing';
import { ATTEMPT_LIMIT } from '../shared/attempt-limit.ts';
import { DELIVERY_ID, FIRST, sampleBundle, sampleMessage } from '../test-support/sample-message.ts';
import { type WebhookOptions, webhookNotifier } from './webhook-notifier.ts';

const SECRET = `whsec_${Buffer.alloc(24, 7).toString('base64')}`;
const OLD_SECRET = `whsec_${Buffer.alloc(24, 8).toString('base64')}`;

let receiver: HttpDouble;
beforeEach(async () => {
  receiver = await httpDouble(() => ({ status: 204 }));
});
afterEach(() => receiver.close());

function notifier(overrides: Partial<WebhookOptions> = {}) {
  return webhookNotifier({
    url: `${receiver.url}/hooks/a-secret-path`,
    secret: SECRET,
    allowPrivate: ['127.0.0.0/8'],
    timeouts: { connect: 1_000, total: 5_000 },
    ...overrides,
  });
}

async function outcomeOf(answer: HttpAnswer, overrides: Partial<WebhookOptions> = {}) {
  receiver.answer(answer);
  const outcome = await notifier(overrides).send(sampleMessage(), FIRST);
  expect(JSON.stringify(outcome)).not.toMatch(/secret-path|whsec_/);
  return outcome;
}

function isSigned(secret: string): boolean {
  const request = receiver.requests.at(-1);
  if (!request) throw new Error('nothing was posted');
  const { headers, raw } = request;
  const key = Buffer.from(secret.slice(6), 'base64');
  const content = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${raw}`;
  const signature = `v1,${createHmac('sha256', key).update(content).digest('base64')}`;
  return String(headers['webhook-signature']).split(' ').includes(signature);
}

test('an announcement is posted as signed JSON, under the delivery’s id', async () => {
  const outcome = await notifier().send(sampleMessage({ kind: 'resolved' }), FIRST);
  expect(outcome).toEqual({ result: 'sent', providerId: null });
  expect(receiver.requests[0]?.path).toBe('/hooks/a-secret-path');
  expect(receiver.requests[0]?.body).toMatchObject({ type: 'incident.resolved', data: {} });
  expect(receiver.requests[0]?.headers).toMatchObject({
    'content-type': 'application/json; charset=utf-8',
    'webhook-id': DELIVERY_ID,
  });
  expect(isSigned(SECRET)).toBe(true);
});

test('another try has the same id and body, and the time of its own', async () => {
  const clock = new MovableClock();
  const again = notifier({ clock });
  await again.send(sampleMessage(), FIRST);
  clock.advance(60_000);
  await again.send(sampleMessage(), FIRST);
  const [first, second] = receiver.requests;
  expect(second?.raw).toBe(first?.raw);
  expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
  const times = [first, second].map((one) => Number(one?.headers['webhook-timestamp']));
  expect((times[1] ?? 0) - (times[0] ?? 0)).toBe(60);
  expect(isSigned(SECRET)).toBe(true);
});

test('while a secret is replaced, either will do', async () => {
  await notifier({ secret: [SECRET, OLD_SECRET] }).send(sampleMessage(), FIRST);
  expect([isSigned(SECRET), isSigned(OLD_SECRET)]).toEqual([true, true]);
});

test('a bundle is one post', async () => {
  expect(await notifier().sendBundle(sampleBundle(), DELIVERY_ID)).toMatchObject({
    result: 'sent',
  });
  expect(receiver.requests[0]?.body).toMatchObject({
    type: 'incidents.bundled',
    data: { more: 20, incidents: [{ number: 1043 }, { number: 1044 }, { number: 1042 }] },
  });
  expect(isSigned(SECRET)).toBe(true);
});

describe('what comes of an answer', () => {
  test.each([200, 201, 202, 204])('%i is sent', async (status) => {
    expect(await outcomeOf({ status })).toMatchObject({ result: 'sent' });
  });

  test.each([
    [301, 'redirects are not followed'],
    [307, 'redirects are not followed'],
    [400, 'check the address'],
    [401, 'check the address'],
    [404, 'check the address'],
    [410, 'the receiver wants no more'],
  ])('%i fails for good and says what to do', async (status, remedy) => {
    const headers = { location: `${receiver.url}/elsewhere` };
    expect(await outcomeOf({ status, headers })).toMatchObject({
      result: 'failed',
      error: expect.stringContaining(`HTTP ${status}: ${remedy}`),
    });
    expect(receiver.requests).toHaveLength(1);
  });

  test.each([
    [408, null],
    [429, 7_000],
    [500, null],
    [503, 7_000],
  ])('%i is worth another try, after the pause it asks for', async (status, retryAfter) => {
    const headers = retryAfter === null ? {} : { 'retry-after': '7' };
    expect(await outcomeOf({ status, headers })).toMatchObject({ result: 'retry', retryAfter });
  });

  test('what the receiver says is not repeated', async () => {
    const outcome = await outcomeOf({ status: 500, body: 'internal details' });
    expect(JSON.stringify(outcome)).not.toContain('details');
  });

  test.each<[string, HttpAnswer]>([
    ['a broken connection', 'drop'],
    ['no answer in time', 'hang'],
  ])('%s is worth another try', async (_, answer) => {
    expect(await outcomeOf(answer, { timeouts: { connect: 1_000, total: 50 } })).toMatchObject({
      result: 'retry',
    });
  });

  test('an answer of any length is read no further than it matters', async () => {
    expect(await outcomeOf({ body: 'x'.repeat(1_000_000) })).toMatchObject({ result: 'sent' });
  });
});

describe('an address inside one’s own network', () => {
  test.each([[false], [[]], [['10.0.0.0/8', 'example.com']]])(
    'is not called where only %j is allowed',
    async (allowPrivate) => {
      expect(await notifier({ allowPrivate }).send(sampleMessage(), FIRST)).toEqual({
        result: 'failed',
        error:
          'The webhook was not called: its address is inside a private network: allow it with ALLOW_PRIVATE_WEBHOOKS',
      });
      expect(receiver.requests).toEqual([]);
    },
  );

  test.each([[true], [['127.0.0.1']], [['10.0.0.0/8', '127.0.0.0/8']]])(
    'is called where %j is allowed',
    async (allowPrivate) => {
      expect(await notifier({ allowPrivate }).send(sampleMessage(), FIRST)).toMatchObject({
        result: 'sent',
      });
    },
  );

  test('is not called through a name that leads there, unless the name is allowed', async () => {
    const url = `http://Hooks.Example.:${new URL(receiver.url).port}/`;
    const resolve = async () => [{ address: '127.0.0.1', family: 4 }];
    const send = (allowPrivate: readonly string[]) =>
      notifier({ url, resolve, allowPrivate }).send(sampleMessage(), FIRST);
    expect(await send(['other.example'])).toMatchObject({ result: 'failed' });
    expect(receiver.requests).toEqual([]);
    expect(await send(['hooks.example'])).toMatchObject({ result: 'sent' });
  });

  test('is not called through a name of which only one address leads there', async () => {
    const resolve = async () => [
      { address: '93.184.216.34', family: 4 },
      { address: '127.0.0.1', family: 4 },
    ];
    const url = `http://hooks.example:${new URL(receiver.url).port}/`;
    expect(
      await notifier({ url, resolve, allowPrivate: false }).send(sampleMessage(), FIRST),
    ).toMatchObject({ result: 'failed' });
  });

  test('is not called through a name that changes its answer between one call and the next', async () => {
    const answers = ['127.0.0.2', '127.0.0.1'];
    const asked: string[] = [];
    const resolve = async (host: string) => {
      asked.push(host);
      return [{ address: answers[asked.length - 1] ?? '127.0.0.1', family: 4 }];
    };
    receiver.answerAlways({ status: 200, headers: { connection: 'close' } });
    const url = `http://hooks.example:${new URL(receiver.url).port}/`;
    const rebound = notifier({ url, resolve, allowPrivate: ['127.0.0.2'] });
    // The first answer is allowed (nobody listens there), the second is not, and is not connected to.
    expect(await rebound.send(sampleMessage(), FIRST)).toMatchObject({ result: 'retry' });
    expect(await rebound.send(sampleMessage(), FIRST)).toMatchObject({ result: 'failed' });
    expect(asked).toEqual(['hooks.example', 'hooks.example']);
    expect(receiver.requests).toEqual([]);
  });

  test('a name without an address is worth another try', async () => {
    const resolve = () => Promise.reject(Object.assign(new Error('no'), { code: 'ENOTFOUND' }));
    const url = 'http://hooks.example/';
    expect(await notifier({ url, resolve }).send(sampleMessage(), FIRST)).toEqual({
      result: 'retry',
      error: 'The webhook could not be reached: the connection failed (ENOTFOUND)',
      retryAfter: null,
    });
  });

  test.each([
    'http://0x7f.1/',
    'http://2130706433/',
    'http://017700000001/',
    'http://127.1/',
    'http://１２７.０.０.１/',
    'http://127.0.0.1:80\\@example.com/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://[::127.0.0.1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[fd00:ec2::254]/',
    'http://[fe80::1]/',
    'http://169.254.169.254/latest/meta-data/',
    'http://0.0.0.0/',
    'http://100.64.0.1/',
    'http://224.0.0.1/',
    'http://localhost/',
  ])('is not called in the spelling %s', async (url) => {
    const outcome = await notifier({ url, allowPrivate: false }).send(sampleMessage(), FIRST);
    expect(outcome).toMatchObject({
      result: 'failed',
      error: expect.stringContaining('private network'),
    });
  });
});

test('no attempt lasts as long as a claim', () => {
  expect(ATTEMPT_LIMIT).toBeLessThan(CLAIM_EXPIRES_AFTER);
});

test.each([
  [{ url: 'ftp://example.com/' }, /^url: must be an address/],
  [{ url: 'nonsense' }, /^url: must be an address/],
  [{ url: 'https://user:pass@example.com/' }, /^url: must not hold a user/],
  [{ secret: 'a-secret' }, /^secret: must be whsec_ and 24 to 64/],
  [{ secret: [SECRET, ''] }, /^secret: /],
  [{ secret: [] }, /^secret: /],
  [{ allowPrivate: ['10.0.0.0/33'] }, /^allowPrivate: "10.0.0.0\/33" is no host name/],
])('options that could never work are refused: %j', (overrides, message) => {
  expect(() => notifier(overrides)).toThrow(message);
});
