import { describe, expect, test } from '@jest/globals';
import { ANONYMOUS } from '@klaxon/domain';
import { fastify } from 'fastify';
import { known, needs, open, registerAccess } from './plugins/access.ts';
import { stubApp, stubUseCases } from './testing/stub-app.ts';

describe('a route', () => {
  const app = () => {
    const bare = fastify();
    registerAccess(bare, stubUseCases.access, { secure: false, mode: 'sign-in' }, async () => {});
    return bare;
  };

  test('that does not say who may use it keeps the server from starting', () => {
    expect(() => app().get('/api/secrets', async () => 'all of them')).toThrow(
      'GET /api/secrets does not say who may use it',
    );
    expect(() => app().get('/api/secrets', { config: {} }, async () => '')).toThrow(TypeError);
  });

  test.each([
    ['open, with a reason', open('It is a test.')],
    ['for whoever is known', known],
    ['for whoever may', needs('incidents:read')],
  ])('that says so is taken: %s', (_what, config) => {
    expect(() => app().get('/api/x', { config }, async () => '')).not.toThrow();
  });
});

test('what is open is open, and nothing else is, to whoever proves nothing', async () => {
  const app = await stubApp(
    { access: { authenticate: async () => ANONYMOUS } },
    { signIn: 'sign-in' },
  );
  for (const url of ['/docs', '/docs/', '/docs/static/swagger-ui.css', '/openapi.json', '/api/me'])
    expect([url, (await app.inject(url)).statusCode]).toEqual([url, 401]);
  for (const url of ['/health', '/ready', '/api/auth/methods', '/.well-known/jwks.json'])
    expect([url, (await app.inject(url)).statusCode]).toEqual([url, 200]);
});
