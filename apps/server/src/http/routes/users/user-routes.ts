import type { PeopleUseCases } from '@klaxon/application';
import {
  EditUserRequest,
  InvitationLink,
  InvitedUser,
  InviteUserRequest,
  id,
  ref,
  User,
  UserList,
} from '@klaxon/contracts';
import { ALL_TEAMS } from '@klaxon/domain';
import { Type } from 'typebox';
import type { HttpApp } from '../../http-app.ts';
import { callerOf, needs } from '../../plugins/access.ts';
import { presentUser, presentUsers } from '../../presenters/people.ts';
import { nameParameters, readNamePage } from '../../request/name-page.ts';
import { answer } from '../answers.ts';
import { presentLink } from './one-time-link.ts';

const tags = ['People'];
const params = Type.Object({ id: id('The user.') });
const LOCATION = { Location: { type: 'string', description: 'Where the user is.' } };
const ListQuery = Type.Object(
  {
    ...nameParameters,
    active: Type.Optional(
      Type.Enum(['true', 'false'], {
        type: 'string',
        description: 'Only those who are active, or only those who were deactivated.',
      }),
    ),
    team_id: Type.Optional(id('Only the members of this team.')),
  },
  { additionalProperties: false },
);

export function registerUserRoutes(
  app: HttpApp,
  people: PeopleUseCases,
  { publicUrl }: { readonly publicUrl: string | null },
): void {
  app.get(
    '/api/users',
    {
      config: needs('people:read'),
      schema: {
        operationId: 'listUsers',
        summary: 'List users',
        description: 'By name; `q` looks into name and e-mail address.',
        tags,
        querystring: ListQuery,
        response: { 200: answer('The users.', UserList) },
        problems: [400],
      },
    },
    async ({ query }) => {
      const { q, active, team_id: teamId } = query;
      const filter = {
        ...(q !== undefined && { q }),
        ...(active !== undefined && { active: active === 'true' }),
        ...(teamId !== undefined && { teamId }),
      };
      return presentUsers(await people.queries.users(filter, readNamePage(query)));
    },
  );

  app.get(
    '/api/users/:id',
    {
      config: needs('people:read'),
      schema: {
        operationId: 'getUser',
        summary: 'Get a user',
        tags,
        params,
        response: { 200: answer('The user.', User) },
        problems: [400, 404],
      },
    },
    async ({ params: { id } }) => presentUser(await people.queries.user(id)),
  );

  app.post(
    '/api/users',
    {
      config: needs('people:write', ALL_TEAMS),
      schema: {
        operationId: 'inviteUser',
        summary: 'Invite a user',
        description:
          'Answers a one-time link, good for seven days, by which they set their password. Klaxon sends it to nobody: hand it over. An API key lets in viewers alone.',
        tags,
        body: ref(InviteUserRequest),
        response: { 201: answer('The new user.', InvitedUser, LOCATION) },
        problems: [400, 409, 413, 415],
      },
    },
    async (request, reply) => {
      const { email, name, role, team_ids = [] } = request.body;
      const { userId, link } = await people.inviteUser({
        actor: callerOf(request),
        email,
        name,
        role,
        teamIds: team_ids.map(inLowerCase),
      });
      reply.code(201).header('location', `/api/users/${userId}`);
      return {
        user: presentUser(await people.queries.user(userId)),
        invitation: presentLink(link, publicUrl, request),
      };
    },
  );

  app.patch(
    '/api/users/:id',
    {
      config: needs('people:write', ALL_TEAMS),
      schema: {
        operationId: 'editUser',
        summary: 'Edit a user',
        description:
          'Counts from their next request on. With another address, a link they have not used yet ends; where an API key gives it, all they could come in by. A higher role ends all their sessions, and a password or link that an API key had a hand in: give them a new link then. The last admin stays one: 409. An API key changes role, address and teams of viewers alone, and makes them nothing else.',
        tags,
        params,
        body: ref(EditUserRequest),
        response: { 200: answer('The user as they are now.', User) },
        problems: [400, 404, 409, 413, 415],
      },
    },
    async (request) => {
      const { team_ids: teamIds, ...rest } = request.body;
      const edit = { ...rest, ...(teamIds && { teamIds: teamIds.map(inLowerCase) }) };
      await people.editUser({ actor: callerOf(request), userId: request.params.id, edit });
      return presentUser(await people.queries.user(request.params.id));
    },
  );

  for (const [name, summary, description, change] of [
    [
      'deactivate',
      'Deactivate a user',
      'Ends all their sessions, access tokens and links at once. Their name stays where it stands. The last admin cannot be deactivated: 409. An API key deactivates viewers alone.',
      people.deactivateUser,
    ],
    [
      'reactivate',
      'Reactivate a user',
      'With the role and teams that they had, and the password unless it was set by a link of an API key. An API key reactivates viewers alone.',
      people.reactivateUser,
    ],
  ] as const)
    app.post(
      `/api/users/:id/${name}`,
      {
        config: needs('people:write', ALL_TEAMS),
        schema: {
          operationId: `${name}User`,
          summary,
          description,
          tags,
          params,
          response: { 200: answer('The user as they are now.', User) },
          problems: name === 'deactivate' ? [400, 404, 409] : [400, 404],
        },
      },
      async (request) => {
        const { id } = request.params;
        await change({ actor: callerOf(request), userId: id });
        return presentUser(await people.queries.user(id));
      },
    );

  app.post(
    '/api/users/:id/invitation',
    {
      config: needs('people:write', ALL_TEAMS),
      schema: {
        operationId: 'renewInvitation',
        summary: 'Make a new one-time link',
        description:
          'For who lost theirs, forgot their password, or has another account of the OpenID provider now. The link before it ends; password and sessions stay until it is used. An API key makes one for viewers alone.',
        tags,
        params,
        response: { 201: answer('The link.', InvitationLink) },
        problems: [400, 404, 409],
      },
    },
    async (request, reply) => {
      const link = await people.renewInvitation({
        actor: callerOf(request),
        userId: request.params.id,
      });
      reply.code(201);
      return presentLink(link, publicUrl, request);
    },
  );
}

function inLowerCase(text: string): string {
  return text.toLowerCase();
}
