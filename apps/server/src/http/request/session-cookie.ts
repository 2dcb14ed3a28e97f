import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SignInMode } from './sign-in-mode.ts';

/** What a browser keeps to show who uses it. */
export interface CookiePolicy {
  /** Whether people reach Klaxon by HTTPS: then no other site of the domain can set the cookie. */
  readonly secure: boolean;
  /** Whether that is a session, or the token of a Klaxon where nobody signs in. */
  readonly mode: SignInMode;
}

const nameOf = ({ secure }: Pick<CookiePolicy, 'secure'>) =>
  secure ? '__Host-klaxon_session' : 'klaxon_session';

const attributes = ({ secure }: Pick<CookiePolicy, 'secure'>) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure }) as const;

export function readSessionCookie(request: FastifyRequest, policy: CookiePolicy): string | null {
  return request.cookies[nameOf(policy)] ?? null;
}

export function setSessionCookie(
  reply: FastifyReply,
  policy: CookiePolicy,
  secret: string,
  expiresAt: number,
): void {
  reply.setCookie(nameOf(policy), secret, { ...attributes(policy), expires: new Date(expiresAt) });
}

export function clearSessionCookie(reply: FastifyReply, policy: CookiePolicy): void {
  reply.clearCookie(nameOf(policy), attributes(policy));
}
