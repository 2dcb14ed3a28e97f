import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Credentials, LiveEventHub } from '@klaxon/application';
import { ANONYMOUS, LOCAL, MINUTE, type Principal, SECOND } from '@klaxon/domain';
import { alertReport, incomingAlert, makeStage, type Stage } from '@klaxon/testing';
import type { FastifyInstance } from 'fastify';
import { listen, stubApp } from './testing/stub-app.ts';

let stage: Stage;
let hub: LiveEventHub;
let app: FastifyInstance;
let url: string;
let following: AbortController[];

async function start(maxClients = 500) {
  hub = new LiveEventHub({
    events: stage.database.liveEvents,
    findRevoked: async () => new Set(),
    clock: stage.clock,
    warn: () => {},
    maxClients,
  });
  const authenticate = async (shown: Credentials): Promise<Principal> => {
    if (shown.kind === 'none') return LOCAL;
    const id = shown.kind === 'secret' ? shown.secret : '';
    if (id !== 'ada' && id !== 'bob') return ANONYMOUS;
    return {
      kind: 'api-key',
      id,
      name: id,
      scopes: ['incidents:read'],
      teamId: null,
      expiresAt: null,
    };
  };
  app = await stubApp({ liveEvents: hub, access: { authenticate } });
  url = `http://127.0.0.1:${await listen(app)}/api/events`;
}

beforeEach(async () => {
  stage = makeStage({ groupBy: ['instance'] });
  following = [];
});
afterEach(async () => {
  for (const one of following) one.abort();
  // Of connections that the client opened ahead and never used, the server knows only that they are open.
  app.server.closeAllConnections();
  await app.close();
});

/** Follows the stream on a connection of its own. */
async function follow(headers: Record<string, string> = {}) {
  const abort = new AbortController();
  following.push(abort);
  const answer = await fetch(url, { headers, signal: abort.signal });
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  return {
    answer,
    leave: () => abort.abort(),
    /** What came so far, once this is in it. */
    async readUntil(wanted: RegExp): Promise<string> {
      while (!wanted.test(text)) {
        const part = await reader?.read();
        if (!part || part.done) throw new Error(`it ended with: ${text}`);
        text += part.value;
      }
      return text;
    },
    /** All there is, up to the end. */
    async readAll(): Promise<string> {
      for (;;) {
        const part = await reader?.read();
        if (!part || part.done) return text;
        text += part.value;
      }
    },
  };
}

let hosts = 0;
async function open(count = 1, summary = 'Down'): Promise<void> {
  const alerts = Array.from({ length: count }, () => {
    hosts += 1;
    const instance = `host-${hosts}`;
    return incomingAlert({
      fingerprint: instance,
      labels: { alertname: 'Down', instance },
      annotations: { summary },
    });
  });
  await stage.ingest(alertReport(alerts));
}

describe('the stream of events', () => {
  test('is one of server-sent events that nothing on the way may keep', async () => {
    await start();
    const { answer, readUntil } = await follow();
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/event-stream');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('x-accel-buffering')).toBe('no');
    expect(answer.headers.get('x-request-id')).toEqual(expect.any(String));
    expect(await readUntil(/id: 0\n\n/)).toBe('retry: 2000\n\nid: 0\n\n');
  });

  test('says what changed about which incident', async () => {
    await start();
    const { readUntil } = await follow();
    await readUntil(/id: 0\n\n/);
    await open(1, 'data: a\nretry: 1\n\nevent: reset "<script>"');
    const [incident] = stage.incidents();
    const event = {
      incident_id: incident?.id,
      version: 1,
      type: 'opened',
      at: new Date(stage.clock.now()).toISOString(),
      number: 1,
      severity: incident?.severity,
      title: 'data: a retry: 1 event: reset "<script>"',
      status: 'open',
    };
    expect(await readUntil(/}\n\n/)).toBe(
      `retry: 2000\n\nid: 0\n\nevent: incident\nid: 1\ndata: ${JSON.stringify(event)}\n\n`,
    );
  });

  test('goes on after the last event that arrived', async () => {
    await start();
    await open(3);
    const { readUntil } = await follow({ 'last-event-id': '1' });
    await readUntil(/id: 3\ndata: .*\n\n/);
    await open();
    const text = await readUntil(/id: 4\ndata: .*\n\n/);
    expect(text.match(/^id: \d+$/gm)).toEqual(['id: 2', 'id: 3', 'id: 4']);
  });

  test('tells whoever comes back all they missed, however long it is', async () => {
    await start();
    await open(900, '警'.repeat(500));
    const { answer, readUntil } = await follow({ 'last-event-id': '0' });
    expect(answer.status).toBe(200);
    const text = await readUntil(/id: 900\ndata: .*\n\n/);
    expect(Buffer.byteLength(text)).toBeGreaterThan(1024 * 1024);
    expect(text.match(/^id: \d+$/gm)).toHaveLength(900);
  });

  test.each(['nonsense', '17', '1/2:3:/x', "'; DROP TABLE incidents"])(
    'begins again for the place %j',
    async (place) => {
      await start();
      await open();
      const { readUntil } = await follow({ 'last-event-id': place });
      expect(await readUntil(/{}\n\n/)).toBe('retry: 2000\n\nevent: reset\nid: 1\ndata: {}\n\n');
    },
  );

  test('has a heartbeat, and ends after ten minutes', async () => {
    await start();
    const { readUntil, readAll } = await follow();
    await readUntil(/id: 0\n\n/);
    stage.clock.advance(15 * SECOND);
    hub.tick();
    await readUntil(/\n\nevent: heartbeat\n/);
    stage.clock.advance(10 * MINUTE);
    hub.tick();
    expect(await readAll()).not.toContain('event: incident');
  });

  test('has room for so many, and tells others when to come back', async () => {
    await start(1);
    const { leave } = await follow();
    const refused = await fetch(url);
    expect(refused.status).toBe(503);
    expect(refused.headers.get('retry-after')).toBe('10');
    expect(await refused.json()).toMatchObject({ type: 'urn:klaxon:problem:unavailable' });
    leave();
    const served = async () => (await follow()).answer.status;
    let status = await served();
    while (status === 503) status = await served();
    expect(status).toBe(200);
  });

  test('is for nobody alone: whoever follows it thirty times is refused, others are not', async () => {
    await start();
    const mine = { 'x-api-key': 'ada' };
    for (let count = 0; count < 30; count += 1) await follow(mine);
    const refused = await fetch(url, { headers: mine });
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '10']);
    expect(await refused.json()).toMatchObject({ detail: expect.stringContaining('Close some') });
    expect((await follow({ 'x-api-key': 'bob' })).answer.status).toBe(200);
  });

  test('is cut off from a client that does not read', async () => {
    await start(1);
    // Reads nothing, and its socket holds little.
    await follow();
    // A client that was cut off makes room.
    let status = 503;
    for (let storm = 0; storm < 200 && status === 503; storm += 1) {
      await open(500, 'x'.repeat(490));
      const next = await fetch(url, { method: 'GET', signal: AbortSignal.timeout(10_000) });
      status = next.status;
      await next.body?.cancel();
    }
    expect(status).toBe(200);
  });

  test('is for those who may see incidents', async () => {
    await start();
    const answer = await fetch(url, { headers: { authorization: 'Bearer nobody' } });
    expect(answer.status).toBe(401);
  });

  test('does not open for HEAD', async () => {
    await start(1);
    expect((await fetch(url, { method: 'HEAD' })).status).toBe(404);
    expect((await follow()).answer.status).toBe(200);
  });

  test('does not keep the server from stopping', async () => {
    await start();
    const followers = [await follow(), await follow()];
    await app.close();
    for (const { readAll } of followers) expect(await readAll()).toBe('retry: 2000\n\nid: 0\n\n');
  });
});
