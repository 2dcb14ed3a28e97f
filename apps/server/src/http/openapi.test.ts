import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { stubApp } from './testing/stub-app.ts';

interface Body {
  readonly content?: Readonly<
    Record<string, { readonly schema: { $ref?: string }; readonly examples?: object }>
  >;
}
interface Operation {
  readonly operationId?: string;
  readonly summary?: string;
  readonly tags?: readonly string[];
  readonly requestBody?: Body & { readonly required: boolean };
  readonly responses: Readonly<Record<string, Body>>;
  /** Each scheme with its scopes; none where it is open. */
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
}

const operations: [name: string, operation: Operation][] = [];

beforeAll(async () => {
  const app = await stubApp({}, { publicUrl: 'https://klaxon.example.org' });
  const document = (await app.inject('/openapi.json')).json();
  expect(document).toMatchObject({
    openapi: '3.1.0',
    info: { version: '1.2.3' },
    servers: [{ url: 'https://klaxon.example.org' }],
  });
  for (const [path, methods] of Object.entries<Record<string, Operation>>(document.paths))
    for (const [method, operation] of Object.entries(methods))
      operations.push([`${method} ${path}`, operation]);
});

describe('the API document', () => {
  test('has every route of the one that is checked in', async () => {
    const file = new URL('../../../../packages/sdk/openapi.json', import.meta.url);
    const { paths } = JSON.parse(await readFile(file, 'utf8'));
    const known = Object.entries<object>(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    expect(operations.map(([name]) => name).sort()).toEqual(known.sort());
  });

  test('names and explains every operation', () => {
    for (const [, { operationId, summary, tags }] of operations) {
      expect(operationId).toMatch(/^[a-z][A-Za-z]+$/);
      expect(summary).toEqual(expect.any(String));
      expect(tags).toHaveLength(1);
    }
    expect(new Set(operations.map(([, { operationId }]) => operationId)).size).toBe(
      operations.length,
    );
  });

  test('refers to a named component in every body, and shows an example of it', () => {
    for (const [name, { requestBody, responses }] of operations) {
      const bodies = [...(requestBody ? [requestBody] : []), ...Object.values(responses)];
      for (const media of bodies.flatMap(({ content }) => Object.values(content ?? {}))) {
        expect([name, media.schema.$ref]).toEqual([
          name,
          expect.stringMatching(/^#\/components\/schemas\/[A-Z]/),
        ]);
        expect([name, Object.keys(media.examples ?? {}).length]).toEqual([name, 1]);
      }
    }
  });

  test('says of every operation by which proof and for which scope it is let in', () => {
    for (const [name, { security }] of operations) {
      const proofs = security.flatMap((scheme) => Object.keys(scheme));
      const scopes = new Set(security.flatMap((scheme) => Object.values(scheme)).map(String));
      const isOpen = proofs.length === 0;
      expect([name, isOpen || proofs.includes('session'), scopes.size <= 1]).toEqual([
        name,
        true,
        true,
      ]);
      expect([name, proofs.includes('integrationKey')]).toEqual([name, scopes.has('alerts:write')]);
    }
    const open = operations.filter(([, { security }]) => security.length === 0);
    expect(open.map(([name]) => name).sort()).toEqual([
      'get /.well-known/jwks.json',
      'get /api/auth/methods',
      'get /health',
      'get /ready',
      'post /api/auth/invitations/accept',
      'post /api/auth/invitations/check',
      'post /api/auth/local',
      'post /api/auth/sign-in',
      'post /api/auth/token',
      'post /api/integrations/slack/actions',
      'post /api/integrations/telegram/updates',
    ]);
  });

  test('shows every failure as problem details', () => {
    for (const [name, { responses }] of operations.filter(([path]) => path.includes('/api/'))) {
      expect([name, Object.keys(responses)]).toEqual([
        name,
        expect.arrayContaining(['400', '500', '503']),
      ]);
      for (const [status, { content }] of Object.entries(responses))
        if (!status.startsWith('2'))
          expect(Object.keys(content ?? {})).toEqual(['application/problem+json']);
    }
  });

  test('lets a request body be left out only where nothing in it is required', () => {
    const optional = operations.filter(([, { requestBody }]) => requestBody?.required === false);
    expect(optional.map(([, { operationId }]) => operationId)).toEqual([
      'createAccessToken',
      'rotateIntegrationKey',
      'acknowledgeIncident',
      'sendTestAlert',
    ]);
  });
});
