import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ANONYMOUS } from '@klaxon/domain';
import type { FastifyInstance } from 'fastify';
import { stubApp } from './testing/stub-app.ts';

const INDEX = '<!doctype html><title>Klaxon</title>';
const SCRIPT = 'console.log("dashboard");'.repeat(50);
const BROWSER = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

let folder: string;
let app: FastifyInstance;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'klaxon-dashboard-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), INDEX);
  await writeFile(join(folder, 'assets/index-1a2b3c.js'), SCRIPT);
  await writeFile(join(folder, 'assets/index-1a2b3c.js.br'), brotliCompressSync(SCRIPT));
  app = await stubApp({}, { dashboard: folder });
});

afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

describe('the dashboard', () => {
  test.each(['/', '/incidents', '/incidents/0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d10', '/welcome'])(
    'answers a browser at %s with its one page, which is asked for each time',
    async (url) => {
      const page = await app.inject({ url, headers: BROWSER });
      expect(page.statusCode).toBe(200);
      expect(page.body).toBe(INDEX);
      expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
      expect(page.headers['cache-control']).toBe('no-cache');
    },
  );

  test('is there for whoever has yet to sign in', async () => {
    const closed = await stubApp(
      { access: { authenticate: async () => ANONYMOUS } },
      { dashboard: folder },
    );
    for (const url of ['/', '/sign-in', '/assets/index-1a2b3c.js'])
      expect((await closed.inject({ url, headers: BROWSER })).statusCode).toBe(200);
    await closed.close();
  });

  test('runs its own scripts alone', async () => {
    const { headers } = await app.inject({ url: '/', headers: BROWSER });
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
  });

  test('has assets that are kept for good, compressed beforehand', async () => {
    const url = '/assets/index-1a2b3c.js';
    const plain = await app.inject({ url });
    expect(plain.body).toBe(SCRIPT);
    expect(plain.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    const packed = await app.inject({ url, headers: { 'accept-encoding': 'gzip, br' } });
    expect(packed.headers['content-encoding']).toBe('br');
    expect(packed.headers['vary']).toMatch(/accept-encoding/i);
  });

  test.each([
    '/assets/index-0f0f0f.js',
    '/assets/../index.html',
    '/assets/%2e%2e/%2e%2e/etc/passwd',
  ])('has nothing else at %s', async (url) => {
    const { statusCode, body } = await app.inject({ url });
    expect(statusCode).toBeGreaterThanOrEqual(400);
    expect(body).toContain('urn:klaxon:problem:');
  });

  test('leaves what programs ask for to the API', async () => {
    const mistyped = await app.inject({ url: '/api/incident', headers: BROWSER });
    expect(mistyped.statusCode).toBe(404);
    expect(mistyped.headers['content-type']).toMatch(/problem\+json/);
    expect((await app.inject('/incidents')).statusCode).toBe(404);
    expect((await app.inject({ method: 'POST', url: '/', headers: BROWSER })).statusCode).toBe(404);
  });
});

test('without a dashboard the API stands alone', async () => {
  const alone = await stubApp();
  expect((await alone.inject({ url: '/', headers: BROWSER })).statusCode).toBe(404);
  await alone.close();
});
