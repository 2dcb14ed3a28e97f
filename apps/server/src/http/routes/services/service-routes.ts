import type { PeopleUseCases } from '@klaxon/application';
import {
  CreateServiceRequest,
  EditServiceRequest,
  id,
  ref,
  Service,
  ServiceList,
} from '@klaxon/contracts';
import { Type } from 'typebox';
import type { HttpApp } from '../../http-app.ts';
import { callerOf, needs } from '../../plugins/access.ts';
import { presentService, presentServices } from '../../presenters/people.ts';
import { nameParameters, readNamePage } from '../../request/name-page.ts';
import { answer } from '../answers.ts';

const tags = ['People'];
const params = Type.Object({ id: id('The service.') });
const LOCATION = { Location: { type: 'string', description: 'Where the service is.' } };
const ListQuery = Type.Object(
  {
    ...nameParameters,
    team_id: Type.Optional(
      Type.String({
        pattern: '^(?:none|[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12})$',
        maxLength: 36,
        description: 'Only the services of this team; `none` for those of no team.',
      }),
    ),
  },
  { additionalProperties: false },
);

export function registerServiceRoutes(app: HttpApp, people: PeopleUseCases): void {
  app.get(
    '/api/services',
    {
      config: needs('people:read'),
      schema: {
        operationId: 'listServices',
        summary: 'List services',
        description: 'By name, each with its team.',
        tags,
        querystring: ListQuery,
        response: { 200: answer('The services.', ServiceList) },
        problems: [400],
      },
    },
    async ({ query }) => {
      const { q, team_id: team } = query;
      const filter = {
        ...(q !== undefined && { q }),
        ...(team !== undefined && { teamId: team === 'none' ? null : team }),
      };
      return presentServices(await people.queries.services(filter, readNamePage(query)));
    },
  );

  app.get(
    '/api/services/:id',
    {
      config: needs('people:read'),
      schema: {
        operationId: 'getService',
        summary: 'Get a service',
        tags,
        params,
        response: { 200: answer('The service.', Service) },
        problems: [400, 404],
      },
    },
    async (request) => presentService(await people.queries.service(request.params.id)),
  );

  app.post(
    '/api/services',
    {
      config: needs('people:write'),
      schema: {
        operationId: 'createService',
        summary: 'Set up a service',
        description: 'Its incidents, those that are there already too, belong to the team.',
        tags,
        body: ref(CreateServiceRequest),
        response: { 201: answer('The new service.', Service, LOCATION) },
        problems: [400, 409, 413, 415],
      },
    },
    async (request, reply) => {
      const { name, team_id: team = null } = request.body;
      const serviceId = await people.createService({
        actor: callerOf(request),
        name,
        teamId: team?.toLowerCase() ?? null,
      });
      reply.code(201).header('location', `/api/services/${serviceId}`);
      return presentService(await people.queries.service(serviceId));
    },
  );

  app.patch(
    '/api/services/:id',
    {
      config: needs('people:write'),
      schema: {
        operationId: 'editService',
        summary: 'Edit a service',
        description: 'Changes what is given; null in place of a team makes it everybody’s.',
        tags,
        params,
        body: ref(EditServiceRequest),
        response: { 200: answer('The service as it is now.', Service) },
        problems: [400, 404, 409, 413, 415],
      },
    },
    async (request) => {
      const { id } = request.params;
      const { team_id: team, ...rest } = request.body;
      const edit = {
        ...rest,
        ...(team !== undefined && { teamId: team?.toLowerCase() ?? null }),
      };
      await people.editService({ actor: callerOf(request), serviceId: id, edit });
      return presentService(await people.queries.service(id));
    },
  );

  app.delete(
    '/api/services/:id',
    {
      config: needs('people:write'),
      schema: {
        operationId: 'deleteService',
        summary: 'Delete a service',
        description: 'Its incidents become everybody’s.',
        tags,
        params,
        response: { 204: { type: 'null', description: 'It is gone.' } },
        problems: [400, 404],
      },
    },
    async (request, reply) => {
      await people.deleteService({ actor: callerOf(request), serviceId: request.params.id });
      return reply.code(204).send(null);
    },
  );
}
