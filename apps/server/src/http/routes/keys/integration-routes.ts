import type { KeyUseCases } from '@klaxon/application';
import {
  CreatedIntegrationKey,
  CreateIntegrationRequest,
  EditIntegrationRequest,
  Integration,
  IntegrationList,
  id,
  RotateKeyRequest,
  ref,
} from '@klaxon/contracts';
import { HOUR, SECOND } from '@klaxon/domain';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { HttpApp } from '../../http-app.ts';
import { callerOf, needs } from '../../plugins/access.ts';
import { presentAlertmanagerConfig, presentIntegration } from '../../presenters/key.ts';
import { answer } from '../answers.ts';

const tags = ['Keys'];
const params = Type.Object({ id: id('The integration.') });
const A_DAY = 24 * HOUR;

export function registerIntegrationRoutes(
  app: HttpApp,
  keys: KeyUseCases,
  publicUrl: string | null,
): void {
  const told = ({ protocol, host }: FastifyRequest, key: { id: string; key: string }) => ({
    ...key,
    alertmanager_config: presentAlertmanagerConfig(publicUrl ?? `${protocol}://${host}`, key.key),
  });

  app.get(
    '/api/integrations',
    {
      config: needs('keys:read'),
      schema: {
        operationId: 'listIntegrations',
        summary: 'List integrations',
        description: 'Where alerts come from, by name.',
        tags,
        response: { 200: answer('The integrations.', IntegrationList) },
        problems: [400],
      },
    },
    async (): Promise<IntegrationList> => {
      const integrations = await keys.queries.integrations();
      return { integrations: integrations.map(presentIntegration), total: integrations.length };
    },
  );

  app.post(
    '/api/integrations',
    {
      config: needs('keys:write'),
      schema: {
        operationId: 'createIntegration',
        summary: 'Set up an integration',
        description: 'Answers its key, which can only send alerts, and lines for alertmanager.yml.',
        tags,
        body: ref(CreateIntegrationRequest),
        response: { 201: answer('The key, told now and never again.', CreatedIntegrationKey) },
        problems: [400, 409, 413, 415],
      },
    },
    async (request, reply): Promise<CreatedIntegrationKey> => {
      const { name, service = null, team_id: team = null } = request.body;
      const created = await keys.createIntegration({
        actor: callerOf(request),
        name: name.trim(),
        service: service?.trim() || null,
        teamId: team?.toLowerCase() ?? null,
      });
      reply.code(201).header('location', `/api/integrations/${created.id}`);
      return told(request, created);
    },
  );

  app.get(
    '/api/integrations/:id',
    {
      config: needs('keys:read'),
      schema: {
        operationId: 'getIntegration',
        summary: 'Get an integration',
        tags,
        params,
        response: { 200: answer('The integration.', Integration) },
        problems: [400, 404],
      },
    },
    async (request) => presentIntegration(await keys.queries.integration(request.params.id)),
  );

  app.patch(
    '/api/integrations/:id',
    {
      config: needs('keys:write'),
      schema: {
        operationId: 'editIntegration',
        summary: 'Edit an integration',
        description: 'What it adds counts for the alerts to come.',
        tags,
        params,
        body: ref(EditIntegrationRequest),
        response: { 200: answer('The integration as it is now.', Integration) },
        problems: [400, 404, 409, 413, 415],
      },
    },
    async (request) => {
      const { name, service, team_id: team } = request.body;
      const edit = {
        ...(name !== undefined && { name: name.trim() }),
        ...(service !== undefined && { service: service?.trim() || null }),
        ...(team !== undefined && { teamId: team?.toLowerCase() ?? null }),
      };
      const { id: integrationId } = request.params;
      await keys.editIntegration({ actor: callerOf(request), integrationId, edit });
      return presentIntegration(await keys.queries.integration(integrationId));
    },
  );

  app.delete(
    '/api/integrations/:id',
    {
      config: needs('keys:write'),
      schema: {
        operationId: 'deleteIntegration',
        summary: 'Delete an integration',
        description: 'Its keys end with it: alerts that are sent with them are refused.',
        tags,
        params,
        response: { 204: { type: 'null', description: 'It is gone.' } },
        problems: [400, 404],
      },
    },
    async (request, reply) => {
      await keys.deleteIntegration({
        actor: callerOf(request),
        integrationId: request.params.id,
      });
      return reply.code(204).send(null);
    },
  );

  app.post(
    '/api/integrations/:id/rotate-key',
    {
      config: needs('keys:write'),
      schema: {
        operationId: 'rotateIntegrationKey',
        summary: 'Give an integration a new key',
        description:
          'The old ones go on for a while: time to put the new one where it is used. It takes alerts:write as well, and no API key that ends.',
        tags,
        params,
        body: ref(RotateKeyRequest),
        response: { 200: answer('The key, told now and never again.', CreatedIntegrationKey) },
        problems: [400, 404, 413, 415],
      },
    },
    async (request): Promise<CreatedIntegrationKey> => {
      const { overlap_seconds: seconds } = request.body;
      const overlap = seconds === undefined ? A_DAY : seconds * SECOND;
      const { id: integrationId } = request.params;
      return told(
        request,
        await keys.rotateIntegrationKey({ actor: callerOf(request), integrationId, overlap }),
      );
    },
  );
}
