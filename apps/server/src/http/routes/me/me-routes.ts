import type { SignInUseCases } from '@klaxon/application';
import {
  ChangePasswordRequest,
  EditProfileRequest,
  EndedSessions,
  id,
  Profile,
  ref,
  SessionList,
} from '@klaxon/contracts';
import { Type } from 'typebox';
import type { HttpApp } from '../../http-app.ts';
import { callerOf, known, needs } from '../../plugins/access.ts';
import { presentProfile, presentSessions } from '../../presenters/profile.ts';
import type { SignInMode } from '../../request/sign-in-mode.ts';
import { answer } from '../answers.ts';

const tags = ['Sign-in'];
const GONE = { 204: { type: 'null', description: 'Done.' } };

/** The own account. */
export function registerMeRoutes(app: HttpApp, useCases: SignInUseCases, mode: SignInMode): void {
  app.get(
    '/api/me',
    {
      config: known,
      schema: {
        operationId: 'getMe',
        summary: 'Who asks, and what they may',
        tags,
        response: { 200: answer('The caller.', Profile) },
        problems: [400],
      },
    },
    async ({ principal }) => presentProfile(mode, principal),
  );

  app.patch(
    '/api/me',
    {
      config: needs('profile:write'),
      schema: {
        operationId: 'editMe',
        summary: 'Change the own name',
        tags,
        body: ref(EditProfileRequest),
        response: { 200: answer('The caller.', Profile) },
        problems: [400, 409, 413, 415],
      },
    },
    async (request) => {
      const { name } = await useCases.renameMyself({
        actor: callerOf(request),
        name: request.body.name.trim(),
      });
      const { principal } = request;
      return presentProfile(mode, principal.kind === 'user' ? { ...principal, name } : principal);
    },
  );

  app.post(
    '/api/me/password',
    {
      config: needs('profile:write'),
      schema: {
        operationId: 'changeMyPassword',
        summary: 'Change the own password',
        description: 'All other sessions end.',
        tags,
        body: ref(ChangePasswordRequest),
        response: GONE,
        problems: [400, 409, 413, 415, 429],
      },
    },
    async (request, reply) => {
      const { current_password: current, password: next } = request.body;
      await useCases.changePassword({ actor: callerOf(request), current, next });
      return reply.code(204).send(null);
    },
  );

  app.get(
    '/api/me/sessions',
    {
      config: needs('profile:read'),
      schema: {
        operationId: 'listMySessions',
        summary: 'List the own sessions',
        tags,
        response: { 200: answer('The sessions.', SessionList) },
        problems: [400],
      },
    },
    async ({ principal }) =>
      principal.kind === 'user'
        ? presentSessions(await useCases.queries.sessionsOf(principal.id), principal.sessionId)
        : { sessions: [], total: 0 },
  );

  app.delete(
    '/api/me/sessions/:id',
    {
      config: needs('profile:write'),
      schema: {
        operationId: 'revokeMySession',
        summary: 'End one of the own sessions',
        tags,
        params: Type.Object({ id: id('The session.') }),
        response: GONE,
        problems: [400, 404, 409],
      },
    },
    async (request, reply) => {
      await useCases.revokeSession({ actor: callerOf(request), sessionId: request.params.id });
      return reply.code(204).send(null);
    },
  );

  app.post(
    '/api/me/sessions/revoke-others',
    {
      config: needs('profile:write'),
      schema: {
        operationId: 'revokeMyOtherSessions',
        summary: 'End all own sessions but this one',
        tags,
        response: { 200: answer('How many ended.', EndedSessions) },
        problems: [400, 409],
      },
    },
    async (request): Promise<EndedSessions> => ({
      ended: await useCases.revokeOtherSessions({ actor: callerOf(request) }),
    }),
  );
}
