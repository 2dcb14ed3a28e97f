import type { AccessUseCases, SignInUseCases } from '@klaxon/application';
import {
  AccessToken,
  CreateAccessTokenRequest,
  EnterLocallyRequest,
  KeySet,
  Profile,
  ref,
  SignInMethods,
  SignInRequest,
} from '@klaxon/contracts';
import { conflict, type DomainError, invalid, unauthenticated } from '@klaxon/domain';
import type { FastifyRequest } from 'fastify';
import type { HttpApp } from '../../http-app.ts';
import { callerOf, needs, open } from '../../plugins/access.ts';
import { presentProfile } from '../../presenters/profile.ts';
import { readCredentials } from '../../request/credentials.ts';
import { deviceOf } from '../../request/device.ts';
import { setDeviceCookie } from '../../request/device-cookie.ts';
import { setLocalCookie } from '../../request/local-cookie.ts';
import {
  type CookiePolicy,
  clearSessionCookie,
  readSessionCookie,
  setSessionCookie,
} from '../../request/session-cookie.ts';
import type { SignInMode } from '../../request/sign-in-mode.ts';
import { answer } from '../answers.ts';

const tags = ['Sign-in'];

export interface AuthOptions {
  readonly mode: SignInMode;
  readonly cookie: CookiePolicy;
}

/** How people prove who they are, and get something to show instead of doing so again. */
export function registerAuthRoutes(
  app: HttpApp,
  { authenticate }: Pick<AccessUseCases, 'authenticate'>,
  useCases: SignInUseCases,
  { mode, cookie }: AuthOptions,
): void {
  app.get(
    '/api/auth/methods',
    {
      config: open('Whoever wants to sign in must see how.'),
      schema: {
        operationId: 'getSignInMethods',
        summary: 'How to sign in',
        tags,
        response: { 200: answer('The ways in.', SignInMethods) },
        problems: [400],
      },
    },
    async (): Promise<SignInMethods> => ({
      mode,
      password: mode === 'sign-in',
      oidc: mode === 'sign-in' && useCases.openId ? { name: useCases.openId.provider.name } : null,
    }),
  );

  app.post(
    '/api/auth/sign-in',
    {
      config: open('It is where people prove who they are.'),
      schema: {
        operationId: 'signIn',
        summary: 'Sign in',
        description:
          'Sets the session cookie, and another by which the browser is known: guesses from elsewhere do not keep the account out of it. The answer is the same for a wrong password and for an account that is not there.',
        tags,
        body: ref(SignInRequest),
        response: { 200: answer('Who is signed in.', Profile) },
        problems: [400, 409, 413, 415, 429],
      },
    },
    async (request, reply) => {
      if (mode === 'local') throw nobodySignsIn();
      const { email, password } = request.body;
      const device = deviceOf(request, cookie);
      const shown = readSessionCookie(request, cookie);
      const started = await useCases.signIn({ email, password, device, shown });
      setSessionCookie(reply, cookie, started.secret, started.session.expiresAt);
      setDeviceCookie(reply, cookie, started.marks);
      return presentProfile(mode, started.principal);
    },
  );

  app.post(
    '/api/auth/local',
    {
      config: open('It is where the one at the machine proves that they are.'),
      schema: {
        operationId: 'enterLocally',
        summary: 'Enter where nobody signs in',
        description:
          'Sets a cookie by the token in the address that Klaxon prints at its start. Programs send the token as bearer token instead.',
        tags,
        body: ref(EnterLocallyRequest),
        response: { 200: answer('What may be done here.', Profile) },
        problems: [400, 401, 409, 413, 415, 429],
      },
    },
    async (request, reply) => {
      if (mode !== 'local') throw conflict('People sign in here, with their own account.');
      const { token } = request.body;
      const principal = await authenticate({ kind: 'secret', secret: token });
      if (principal.kind !== 'local')
        throw unauthenticated('This is not the token of this Klaxon.');
      setLocalCookie(request, reply, cookie, token);
      return presentProfile(mode, principal);
    },
  );

  app.post(
    '/api/auth/sign-out',
    {
      config: needs('profile:write'),
      schema: {
        operationId: 'signOut',
        summary: 'Sign out',
        description: 'Ends the session at once, wherever its cookie may be.',
        tags,
        response: { 204: { type: 'null', description: 'It has ended.' } },
        problems: [400, 409],
      },
    },
    async (request, reply) => {
      clearSessionCookie(reply, cookie);
      await useCases.signOut({ actor: callerOf(request) });
      return reply.code(204).send(null);
    },
  );

  app.post(
    '/api/auth/token',
    {
      config: open('It takes a password where there is no session.'),
      schema: {
        operationId: 'createAccessToken',
        summary: 'Get an access token',
        description:
          'For 15 minutes, with all that its owner may. With a session cookie, or with e-mail and password.',
        tags,
        body: ref(CreateAccessTokenRequest),
        response: { 200: answer('The token.', AccessToken) },
        problems: [400, 409, 413, 415, 429],
      },
    },
    async (request): Promise<AccessToken> => {
      if (mode === 'local') throw nobodySignsIn();
      const { email, password } = request.body;
      const device = deviceOf(request, cookie);
      const created =
        email !== undefined && password !== undefined
          ? await useCases.createAccessToken({ proof: { email, password, device } })
          : await useCases.createAccessToken({ ...(await signedIn(request)), device });
      return { access_token: created.token, token_type: 'Bearer', expires_in: created.expiresIn };
    },
  );

  /** By cookie alone: a token that could get the next would never expire. */
  async function signedIn(request: FastifyRequest) {
    if (readCredentials(request, cookie).kind === 'cookie') {
      await request.identify();
      const { principal } = request;
      if (principal.kind === 'user')
        return { userId: principal.id, sessionId: principal.sessionId };
    }
    throw invalid('email', 'is missing, with the password; or send the session cookie');
  }

  app.get(
    '/.well-known/jwks.json',
    {
      config: open('The keys are public: others verify access tokens by them.'),
      schema: {
        operationId: 'getKeySet',
        summary: 'The public keys of access tokens',
        tags,
        response: { 200: answer('The keys.', KeySet) },
        problems: [400],
      },
    },
    async (_request, reply): Promise<KeySet> => {
      reply.header('cache-control', 'public, max-age=300');
      return { keys: (await useCases.publicKeys()).map((key) => ({ ...key })) };
    },
  );
}

function nobodySignsIn(): DomainError {
  return conflict('Nobody signs in here: this Klaxon is for whoever started it.');
}
