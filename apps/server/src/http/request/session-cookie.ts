import type { FastifyReply, FastifyRequest } from 'fastify';

/** How the session reaches the browser. */
export interface CookiePolicy {
  /** Whether people reach Klaxon by HTTPS: then no other site of the domain can set the cookie. */
  readonly secure: boolean;
}

const nameOf = ({ secure }: CookiePolicy) => (secure ? '__Host-klaxon_session' : 'klaxon_session');

const attributes = ({ secure }: CookiePolicy) =>
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
