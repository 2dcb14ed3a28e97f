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
  test('has every route', () => {
    expect(operations.map(([name]) => name).sort()).toEqual([
      'delete /api/api-keys/{id}',
      'delete /api/channels/{id}',
      'delete /api/integrations/{id}',
      'delete /api/me/sessions/{id}',
      'delete /api/notification-rules/{id}',
      'delete /api/services/{id}',
      'delete /api/teams/{id}',
      'delete /api/teams/{id}/members/{user_id}',
      'get /.well-known/jwks.json',
      'get /api/alerts',
      'get /api/alerts/{id}',
      'get /api/api-keys',
      'get /api/audit-log',
      'get /api/audit-log/export',
      'get /api/auth/methods',
      'get /api/channel-types',
      'get /api/channels',
      'get /api/channels/{id}',
      'get /api/events',
      'get /api/incidents',
      'get /api/incidents/{id}',
      'get /api/incidents/{id}/alerts',
      'get /api/incidents/{id}/timeline',
      'get /api/integrations',
      'get /api/integrations/{id}',
      'get /api/me',
      'get /api/me/sessions',
      'get /api/metrics',
      'get /api/metrics/breakdown',
      'get /api/metrics/noise',
      'get /api/metrics/series',
      'get /api/notification-rules',
      'get /api/notification-rules/{id}',
      'get /api/notifications',
      'get /api/rejected-alerts',
      'get /api/services',
      'get /api/services/{id}',
      'get /api/status',
      'get /api/teams',
      'get /api/teams/{id}',
      'get /api/users',
      'get /api/users/{id}',
      'get /health',
      'get /ready',
      'patch /api/channels/{id}',
      'patch /api/incidents/{id}',
      'patch /api/integrations/{id}',
      'patch /api/me',
      'patch /api/notification-rules/{id}',
      'patch /api/services/{id}',
      'patch /api/teams/{id}',
      'patch /api/users/{id}',
      'post /api/api-keys',
      'post /api/auth/invitations/accept',
      'post /api/auth/invitations/check',
      'post /api/auth/local',
      'post /api/auth/sign-in',
      'post /api/auth/sign-out',
      'post /api/auth/token',
      'post /api/channels',
      'post /api/channels/{id}/test',
      'post /api/incidents',
      'post /api/incidents/{id}/acknowledge',
      'post /api/incidents/{id}/merge',
      'post /api/incidents/{id}/notes',
      'post /api/incidents/{id}/reopen',
      'post /api/incidents/{id}/resolve',
      'post /api/incidents/{id}/snooze',
      'post /api/integrations',
      'post /api/integrations/slack/actions',
      'post /api/integrations/telegram/updates',
      'post /api/integrations/{id}/rotate-key',
      'post /api/me/password',
      'post /api/me/sessions/revoke-others',
      'post /api/notification-rules',
      'post /api/notifications/{id}/resend',
      'post /api/services',
      'post /api/teams',
      'post /api/test-alerts',
      'post /api/users',
      'post /api/users/{id}/deactivate',
      'post /api/users/{id}/invitation',
      'post /api/users/{id}/reactivate',
      'post /api/webhooks/alertmanager',
      'post /api/webhooks/alertmanager/{key}',
      'put /api/teams/{id}/members/{user_id}',
    ]);
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
