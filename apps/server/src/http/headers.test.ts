import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { stubApp } from './testing/stub-app.ts';

/** The directives of a policy, by name. */
function directives(policy: unknown): ReadonlyMap<string, string> {
  return new Map(
    String(policy)
      .split(';')
      .map((directive): [string, string] => {
        const [name = '', ...values] = directive.trim().split(/\s+/);
        return [name, values.join(' ')];
      }),
  );
}

describe('what a browser may do with an answer', () => {
  test.each(['/api/incidents', '/openapi.json', '/health', '/api/nothing'])(
    'is nothing, where that is data: %s',
    async (url) => {
      const { headers } = await (await stubApp()).inject(url);
      expect(headers['content-security-policy']).toBe(
        "default-src 'none';frame-ancestors 'none';base-uri 'none'",
      );
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      });
      expect(headers).not.toHaveProperty('x-powered-by');
      expect(headers).not.toHaveProperty('access-control-allow-origin');
    },
  );

  test('is to keep nothing of the API, and to come by HTTPS alone where people do', async () => {
    const plain = await (await stubApp()).inject('/api/incidents');
    expect(plain.headers).toMatchObject({ 'cache-control': 'no-store' });
    expect(plain.headers).not.toHaveProperty('strict-transport-security');
    const app = await stubApp({}, { publicUrl: 'https://klaxon.example.org' });
    const secure = await app.inject('/api/incidents');
    expect(secure.headers['strict-transport-security']).toBe('max-age=31536000');
  });
});

describe('Swagger UI', () => {
  test('runs its own scripts and nobody else’s', async () => {
    const app = await stubApp();
    const page = await app.inject('/docs/');
    expect(page.statusCode).toBe(200);
    const policy = directives(page.headers['content-security-policy']);
    expect(policy.get('default-src')).toBe("'none'");
    expect(policy.get('frame-ancestors')).toBe("'none'");
    expect(policy.get('base-uri')).toBe("'none'");
    expect(policy.get('connect-src')).toBe("'self'");
    const allowed = policy.get('script-src') ?? '';
    expect(allowed).not.toMatch(/unsafe|\*|https?:|data:/);
    const scripts = [...page.body.matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/g)];
    expect(scripts.length).toBeGreaterThan(1);
    for (const [, attributes = '', text = ''] of scripts) {
      const source = /src="([^"]*)"/.exec(attributes)?.[1];
      if (source === undefined) {
        const digest = createHash('sha256').update(text).digest('base64');
        expect(allowed).toContain(`'sha256-${digest}'`);
      } else {
        expect(new URL(source, 'http://klaxon.test/docs/').host).toBe('klaxon.test');
        const script = await app.inject(new URL(source, 'http://klaxon.test/docs/').pathname);
        expect([source, script.statusCode]).toEqual([source, 200]);
      }
    }
    expect(page.body).not.toMatch(/\son\w+=/);
  });
});
