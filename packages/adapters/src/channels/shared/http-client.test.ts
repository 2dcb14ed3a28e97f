import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type HttpDouble, httpDouble, jsonReply } from '@klaxon/testing';
import { boundedPost } from './http-client.ts';

let server: HttpDouble;
beforeEach(async () => {
  server = await httpDouble();
});
afterEach(() => server.close());

const post = boundedPost({ connect: 1_000, total: 5_000 });

test('a body is posted as it is, and the answer read as text and as fields', async () => {
  server.answer(jsonReply({ ok: true }, 201));
  expect(await post(server.url, '{ "a": 1 }', { headers: { 'x-test': 'y' } })).toEqual({
    kind: 'answer',
    status: 201,
    text: '{"ok":true}',
    body: { ok: true },
    retryAfter: null,
  });
  expect(server.requests[0]).toMatchObject({ raw: '{ "a": 1 }', headers: { 'x-test': 'y' } });
});

test('a request whose deadline has come ends before its own time is up', async () => {
  server.answer('hang');
  const deadline = AbortSignal.timeout(50);
  expect(await post(server.url, '{}', { deadline })).toMatchObject({ kind: 'no-answer' });
  expect(await post(server.url, '{}', { deadline })).toMatchObject({ kind: 'no-answer' });
  expect(server.requests).toHaveLength(1);
});
