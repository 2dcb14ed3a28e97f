import type { OpenIdFlow, SignInUseCases } from '@klaxon/application';
import { StartOpenIdQuery } from '@klaxon/contracts';
import { DomainError, notFound } from '@klaxon/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { HttpApp } from '../../http-app.ts';
import { open } from '../../plugins/access.ts';
import { deviceOf } from '../../request/device.ts';
import { setDeviceCookie } from '../../request/device-cookie.ts';
import { readSessionCookie, setSessionCookie } from '../../request/session-cookie.ts';
import type { AuthOptions } from './auth-routes.ts';

const FLOW_COOKIE = 'klaxon_openid';
const CALLBACK = '/api/auth/oidc/callback';
/** As long as somebody may take at the provider. */
const FLOW_SECONDS = 600;
interface Flow extends OpenIdFlow {
  readonly returnTo: string;
  readonly expiresAt: number;
}

/** Signing in with an account of an OpenID provider: addresses for browsers, which follow redirects. */
export function registerOpenIdRoutes(
  app: HttpApp,
  { openId }: Pick<SignInUseCases, 'openId'>,
  { mode, cookie, publicUrl }: AuthOptions & { readonly publicUrl: string | null },
): void {
  const attributes = {
    path: CALLBACK,
    httpOnly: true,
    sameSite: 'lax',
    secure: cookie.secure,
  } as const;
  const baseOf = ({ protocol, host }: FastifyRequest) => publicUrl ?? `${protocol}://${host}`;

  function expectOpenId(): NonNullable<SignInUseCases['openId']> {
    if (!openId || mode === 'local')
      throw notFound('There is no OpenID provider to sign in with here.');
    return openId;
  }

  app.get(
    '/api/auth/oidc/start',
    {
      config: open('It is where people prove who they are.'),
      schema: { hide: true, querystring: StartOpenIdQuery },
    },
    async (request, reply) => {
      const { provider, sealFlow, now } = expectOpenId();
      const { url, flow } = await provider.begin(`${baseOf(request)}${CALLBACK}`);
      const kept: Flow = {
        ...flow,
        returnTo: localPath(request.query.return_to),
        expiresAt: now() + FLOW_SECONDS * 1_000,
      };
      reply.setCookie(FLOW_COOKIE, sealFlow(JSON.stringify(kept)), {
        ...attributes,
        maxAge: FLOW_SECONDS,
      });
      return reply.redirect(url);
    },
  );

  app.get(
    CALLBACK,
    {
      config: open('The provider vouches for who comes back from it.'),
      schema: { hide: true, querystring: Type.Object({}, { additionalProperties: true }) },
    },
    async (request, reply) => {
      const own = expectOpenId();
      const kept = request.cookies[FLOW_COOKIE];
      reply.clearCookie(FLOW_COOKIE, attributes);
      const flow = kept === undefined ? null : readFlow(own.openFlow(kept), own.now());
      if (!flow) return toSignIn(reply, 'expired');
      try {
        const identity = await own.provider.finish(`${baseOf(request)}${request.url}`, flow);
        const shown = readSessionCookie(request, cookie);
        const started = await own.signIn({ identity, device: deviceOf(request, cookie), shown });
        setSessionCookie(reply, cookie, started.secret, started.session.expiresAt);
        setDeviceCookie(reply, cookie, started.marks);
        return reply.redirect(flow.returnTo);
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        request.log.info({ reason: error.message }, 'a sign-in with OpenID failed');
        return toSignIn(reply, CODES[error.kind] ?? 'unavailable');
      }
    },
  );
}

const CODES: Readonly<Partial<Record<DomainError['kind'], string>>> = {
  unauthenticated: 'denied',
  forbidden: 'not_allowed',
  conflict: 'not_allowed',
  invalid: 'not_allowed',
};

function toSignIn(reply: FastifyReply, code: string): FastifyReply {
  return reply.redirect(`/sign-in?error=${code}`);
}

/** Never to another site: `//elsewhere` and `/\elsewhere` are other sites to a browser. */
function localPath(path: string | undefined): string {
  return path !== undefined && /^\/(?![/\\])[^\\\s]*$/.test(path) ? path : '/';
}

function readFlow(text: string | null, now: number): Flow | null {
  if (text === null) return null;
  const flow: Flow = JSON.parse(text);
  return flow.expiresAt > now ? flow : null;
}
