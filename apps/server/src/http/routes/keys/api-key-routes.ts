import type { KeyUseCases } from '@klaxon/application';
import { ApiKeyList, CreateApiKeyRequest, CreatedApiKey, id, ref } from '@klaxon/contracts';
import { Type } from 'typebox';
import type { HttpApp } from '../../http-app.ts';
import { callerOf, needs } from '../../plugins/access.ts';
import { presentApiKey } from '../../presenters/key.ts';
import { readInstant } from '../../request/read-query.ts';
import { answer } from '../answers.ts';

const tags = ['Keys'];

export function registerApiKeyRoutes(app: HttpApp, keys: KeyUseCases): void {
  app.get(
    '/api/api-keys',
    {
      config: needs('keys:read'),
      schema: {
        operationId: 'listApiKeys',
        summary: 'List API keys',
        description: 'By name; the keys themselves are told to nobody again.',
        tags,
        response: { 200: answer('The keys.', ApiKeyList) },
        problems: [400],
      },
    },
    async (): Promise<ApiKeyList> => {
      const apiKeys = await keys.queries.apiKeys();
      return { api_keys: apiKeys.map(presentApiKey), total: apiKeys.length };
    },
  );

  app.post(
    '/api/api-keys',
    {
      config: needs('keys:write'),
      schema: {
        operationId: 'createApiKey',
        summary: 'Make an API key',
        description:
          'For a machine; it can do what its scopes say, and nothing that its maker may not. Made with a key of a team, it must be for that team; made with a key that ends, it must not end later.',
        tags,
        body: ref(CreateApiKeyRequest),
        response: { 201: answer('The key, told now and never again.', CreatedApiKey) },
        problems: [400, 409, 413, 415],
      },
    },
    async (request, reply): Promise<CreatedApiKey> => {
      const { name, scopes, team_id: team = null, expires_at: end = null } = request.body;
      const teamId = team?.toLowerCase() ?? null;
      const expiresAt = end === null ? null : readInstant('expires_at', end);
      const actor = callerOf(request);
      const input = { actor, name: name.trim(), scopes, teamId, expiresAt };
      const created = await keys.createApiKey(input);
      reply.code(201);
      return { ...created };
    },
  );

  app.delete(
    '/api/api-keys/:id',
    {
      config: needs('keys:write'),
      schema: {
        operationId: 'revokeApiKey',
        summary: 'Revoke an API key',
        description: 'Within five seconds it opens nothing any more.',
        tags,
        params: Type.Object({ id: id('The key.') }),
        response: { 204: { type: 'null', description: 'It is gone.' } },
        problems: [400, 404],
      },
    },
    async (request, reply) => {
      await keys.revokeApiKey({ actor: callerOf(request), keyId: request.params.id });
      return reply.code(204).send(null);
    },
  );
}
