import type { PeopleUseCases } from '@klaxon/application';
import { id, NameTeamRequest, ref, Team, TeamList } from '@klaxon/contracts';
import { ALL_TEAMS } from '@klaxon/domain';
import { Type } from 'typebox';
import type { HttpApp } from '../../http-app.ts';
import { callerOf, needs } from '../../plugins/access.ts';
import { presentTeam, presentTeams } from '../../presenters/people.ts';
import { answer } from '../answers.ts';

const tags = ['People'];
const params = Type.Object({ id: id('The team.') });
const memberParams = Type.Object({ id: id('The team.'), user_id: id('The user.') });
const LOCATION = { Location: { type: 'string', description: 'Where the team is.' } };

export function registerTeamRoutes(app: HttpApp, people: PeopleUseCases): void {
  app.get(
    '/api/teams',
    {
      config: needs('people:read'),
      schema: {
        operationId: 'listTeams',
        summary: 'List teams',
        description: 'All of them, by name, with the ids of their members.',
        tags,
        response: { 200: answer('The teams.', TeamList) },
        problems: [400],
      },
    },
    async () => presentTeams(await people.queries.teams()),
  );

  app.get(
    '/api/teams/:id',
    {
      config: needs('people:read'),
      schema: {
        operationId: 'getTeam',
        summary: 'Get a team',
        tags,
        params,
        response: { 200: answer('The team.', Team) },
        problems: [400, 404],
      },
    },
    async (request) => presentTeam(await people.queries.team(request.params.id)),
  );

  app.post(
    '/api/teams',
    {
      config: needs('people:write', ALL_TEAMS),
      schema: {
        operationId: 'createTeam',
        summary: 'Set up a team',
        tags,
        body: ref(NameTeamRequest),
        response: { 201: answer('The new team.', Team, LOCATION) },
        problems: [400, 409, 413, 415],
      },
    },
    async (request, reply) => {
      const teamId = await people.createTeam({
        actor: callerOf(request),
        name: request.body.name,
      });
      reply.code(201).header('location', `/api/teams/${teamId}`);
      return presentTeam(await people.queries.team(teamId));
    },
  );

  app.patch(
    '/api/teams/:id',
    {
      config: needs('people:write'),
      schema: {
        operationId: 'renameTeam',
        summary: 'Rename a team',
        tags,
        params,
        body: ref(NameTeamRequest),
        response: { 200: answer('The team as it is now.', Team) },
        problems: [400, 404, 409, 413, 415],
      },
    },
    async (request) => {
      const { id } = request.params;
      await people.renameTeam({ actor: callerOf(request), teamId: id, name: request.body.name });
      return presentTeam(await people.queries.team(id));
    },
  );

  app.delete(
    '/api/teams/:id',
    {
      config: needs('people:write'),
      schema: {
        operationId: 'deleteTeam',
        summary: 'Delete a team',
        description:
          'Its members stay users. While services, API keys or integrations belong to it, a 409 names them.',
        tags,
        params,
        response: { 204: { type: 'null', description: 'It is gone.' } },
        problems: [400, 404, 409],
      },
    },
    async (request, reply) => {
      await people.deleteTeam({ actor: callerOf(request), teamId: request.params.id });
      return reply.code(204).send(null);
    },
  );

  for (const [method, operationId, summary, who, change] of [
    [
      'PUT',
      'addMember',
      'Put a user into a team',
      'An API key puts viewers alone into a team, and that of a team into its own.',
      people.addMember,
    ],
    [
      'DELETE',
      'removeMember',
      'Take a user out of a team',
      'An API key of a team takes out of its own alone.',
      people.removeMember,
    ],
  ] as const)
    app.route({
      method,
      url: '/api/teams/:id/members/:user_id',
      config: needs('people:write'),
      schema: {
        operationId,
        summary,
        description: `Doing it twice is the same as doing it once. ${who}`,
        tags,
        params: memberParams,
        response: { 200: answer('The team as it is now.', Team) },
        problems: [400, 404],
      },
      handler: async (request) => {
        const { id: teamId, user_id: userId } = request.params;
        await change({ actor: callerOf(request), teamId, userId });
        return presentTeam(await people.queries.team(teamId));
      },
    });
}
