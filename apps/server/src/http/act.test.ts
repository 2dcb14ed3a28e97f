import { beforeAll, describe, expect, test } from '@jest/globals';
import {
  type ActionOutcome,
  type ActionState,
  type MessageActions,
  makeAcknowledgeIncident,
  makeMessageActions,
  makeResolveIncident,
} from '@klaxon/application';
import { ACTION_LIFETIME, DomainError, type MessageActionKind } from '@klaxon/domain';
import { alertReport, incomingAlert, makeStage, plainActionTokens } from '@klaxon/testing';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { openIncident, stubApp } from './testing/stub-app.ts';

let messageActions: MessageActions;
let app: FastifyInstance;

beforeAll(async () => {
  app = await stubApp({
    messageActions: {
      preview: (token) => messageActions.preview(token),
      act: (token, actor) => messageActions.act(token, actor),
    },
  });
});

/** One open incident, and a link for each action on it. */
async function withIncident(title = 'Latency is high') {
  const stage = makeStage();
  const annotations = { summary: title };
  await stage.ingest(alertReport([incomingAlert({ annotations })]));
  const incidentId = stage.incidents()[0]?.id ?? '';
  messageActions = makeMessageActions({
    tokens: plainActionTokens,
    incidents: stage.database.incidentQueries,
    personNames: stage.database.peopleQueries.names,
    clock: stage.clock,
    acknowledgeIncident: makeAcknowledgeIncident(stage.tools),
    resolveIncident: makeResolveIncident(stage.tools),
  });
  const url = (kind: MessageActionKind) => {
    const offer = { kind, incidentId, version: 1, offeredAt: stage.clock.now() };
    return `/act/${plainActionTokens.sign(offer)}`;
  };
  return {
    acknowledge: url('acknowledge'),
    resolve: url('resolve'),
    changes: () => stage.story(stage.incidents()[0]).slice(1),
    incident: () => stage.incidents()[0],
    clock: stage.clock,
  };
}

const post = (url: string) =>
  ({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: '',
  }) as const;

function answering(answer: ActionOutcome | Error | null): MessageActions {
  const tell = async () => {
    if (answer instanceof Error) throw answer;
    return answer;
  };
  return { preview: tell, act: tell };
}

const outcome = (state: ActionState, title = 'Disk full', text = 'Said.'): ActionOutcome => ({
  kind: 'acknowledge',
  incident: { ...openIncident, title },
  state,
  text,
});

describe('the page behind a link in an e-mail', () => {
  test('shows the incident and what will happen, with one button', async () => {
    const { acknowledge } = await withIncident();
    const { statusCode, body } = await app.inject(acknowledge);
    expect(statusCode).toBe(200);
    expect(body).toMatch(/<h1>#1 .+<\/h1>/);
    expect(body).toContain('<dd>high</dd>');
    expect(body).toContain('<dd>open</dd>');
    expect(body).toContain('somebody works on it');
    expect(body.match(/<form method="post">/g)).toHaveLength(1);
    expect(body.match(/<button>Acknowledge this incident<\/button>/g)).toHaveLength(1);
  });

  test.each(['GET', 'HEAD'] as const)('changes nothing on a %s, however often', async (method) => {
    const { acknowledge, resolve, changes } = await withIncident();
    for (const url of [acknowledge, resolve, acknowledge])
      expect((await app.inject({ method, url })).statusCode).toBe(200);
    expect(changes()).toEqual([]);
  });

  test('acts when its button is pressed, in the name of the link', async () => {
    const { acknowledge, incident } = await withIncident();
    const { statusCode, body } = await app.inject(post(acknowledge));
    expect(statusCode).toBe(200);
    expect(body).toContain('<p role="status">#1 acknowledged by e-mail link.</p>');
    expect(incident()).toMatchObject({
      status: 'acknowledged',
      acknowledgedBy: 'e-mail link',
      assigneeId: null,
    });
  });

  test('pressed twice acts once and stays friendly', async () => {
    const { resolve, changes } = await withIncident();
    await app.inject(post(resolve));
    const { statusCode, body } = await app.inject(post(resolve));
    expect(statusCode).toBe(200);
    expect(body).toContain('#1 is already resolved.');
    expect(changes()).toEqual(['resolved']);
  });

  test('of an incident that went on says so, and has no button any more', async () => {
    const { acknowledge, resolve, changes } = await withIncident();
    await app.inject(post(resolve));
    for (const request of [{ url: acknowledge }, post(acknowledge)]) {
      const { statusCode, body } = await app.inject(request);
      expect(statusCode).toBe(409);
      expect(body).toContain('nothing left to acknowledge');
      expect(body).not.toContain('<form');
    }
    expect(changes()).toEqual(['resolved']);
  });

  test('that is too old says so, and leads to the incident', async () => {
    const { acknowledge, changes, incident, clock } = await withIncident();
    clock.advance(ACTION_LIFETIME);
    for (const request of [{ url: acknowledge }, post(acknowledge)]) {
      const { statusCode, body } = await app.inject(request);
      expect(statusCode).toBe(409);
      expect(body).toContain('offered more than seven days ago');
      expect(body).toContain(`<a href="/incidents/${incident()?.id}">`);
      expect(body).not.toContain('<form');
    }
    expect(changes()).toEqual([]);
  });

  test.each(['GET', 'POST'] as const)(
    'a %s with a token that never was is a page of its own',
    async (method) => {
      const { changes } = await withIncident();
      const answer = await app.inject({ method, url: '/act/nonsense' });
      expect(answer.statusCode).toBe(404);
      expect(answer.headers['content-type']).toMatch(/^text\/html/);
      expect(answer.body).toContain('This link is not valid');
      expect(changes()).toEqual([]);
    },
  );

  test('looks at nothing that comes with the button', async () => {
    const { acknowledge, changes } = await withIncident();
    const headers = { 'content-type': 'text/plain' };
    await app.inject({ method: 'POST', url: acknowledge, headers, payload: 'action=resolve' });
    expect(changes()).toEqual(['acknowledged']);
    const huge = { ...post(acknowledge), payload: 'x'.repeat(100_000) };
    expect((await app.inject(huge)).statusCode).toBe(413);
  });

  test.each([
    ['</title><script>alert(1)</script>', '&lt;script&gt;'],
    ['"><img src=x onerror=alert(1)>', '&quot;&gt;&lt;img'],
    ["' onmouseover='alert(1)", '&#39; onmouseover=&#39;'],
    ['&lt;b&gt;', '&amp;lt;b&amp;gt;'],
  ])('shows the hostile title %j as text', async (title, shown) => {
    for (const state of ['possible', 'done'] as const) {
      messageActions = answering(outcome(state, title, title));
      const { body } = await app.inject('/act/token');
      expect(body).toContain(shown);
      expect(body.match(/<(script|img|b)\b/g)).toBeNull();
    }
  });

  test.each([
    ['GET', 'possible', 200],
    ['POST', 'done', 200],
    ['POST', 'too-late', 409],
    ['GET', null, 404],
    ['GET', 'broken', 503],
  ] as const)(
    '%s, %s: is kept by nobody, runs nothing and tells its address to nobody',
    async (method, state, status) => {
      const away = new DomainError('unavailable', 'The database at db.internal cannot be reached.');
      const answer = state === 'broken' ? away : state && outcome(state);
      messageActions = answering(answer);
      const { statusCode, headers, body } = await app.inject({ method, url: '/act/token' });
      expect(statusCode).toBe(status);
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'content-type': 'text/html; charset=utf-8',
        'referrer-policy': 'same-origin',
        'x-robots-tag': 'noindex, nofollow',
      });
      const policy = String(headers['content-security-policy']);
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("form-action 'self'");
      expect(policy).not.toContain('unsafe');
      expect(body).not.toContain('db.internal');
    },
  );

  test('fails without giving anything away', async () => {
    messageActions = answering(new TypeError('postgres://klaxon:hunter2@db is undefined'));
    const { statusCode, body } = await app.inject(post('/act/token'));
    expect(statusCode).toBe(500);
    expect(body).toContain('Please try again');
    expect(body).not.toContain('hunter2');
  });

  test('leaves no token in the log, nor in the answer to a wrong method', async () => {
    const lines: string[] = [];
    const logger = pino({ level: 'trace' }, { write: (line) => void lines.push(line) });
    const logging = await stubApp({ messageActions: answering(outcome('done')) }, { logger });
    await logging.inject(post('/act/a.the-secret-token'));
    await logging.inject('/act/a.the-secret-token?utm=1');
    await logging.inject('/act/a.the-secret-token/');
    const wrong = await logging.inject({ method: 'DELETE', url: '/act/a.the-secret-token' });
    expect(wrong.statusCode).toBe(404);
    expect(lines.filter((line) => line.includes('"path":"/act/'))).toHaveLength(4);
    expect(lines.join('') + wrong.body).not.toContain('the-secret-token');
  });
});
