import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CookiePolicy } from './session-cookie.ts';

/** As long as browsers keep any. */
const SECONDS = 400 * 24 * 60 * 60;

/** Browsers send a cookie to every port of a host: each Klaxon of a machine has a name of its own for it. */
const nameOf = ({ port }: FastifyRequest) => `klaxon_local_${port ?? 80}`;

/** The token of this Klaxon, as the browser of the one at the machine keeps it. */
export function readLocalCookie(request: FastifyRequest): string | null {
  return request.cookies[nameOf(request)] ?? null;
}

export function setLocalCookie(
  request: FastifyRequest,
  reply: FastifyReply,
  { secure }: CookiePolicy,
  token: string,
): void {
  reply.setCookie(nameOf(request), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure,
    maxAge: SECONDS,
  });
}
