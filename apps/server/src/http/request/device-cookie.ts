import { KNOWN_PLACE_LIFETIME } from '@klaxon/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CookiePolicy } from './session-cookie.ts';

const nameOf = ({ secure }: CookiePolicy) => (secure ? '__Host-klaxon_device' : 'klaxon_device');

const MARK = /^[\w-]{43}$/;
/** Of so many people who share a browser none is forgotten by it. */
const MARKS = 5;

/** What the browser keeps of earlier sign-ins. It lets nobody in: it only tells a known browser from any other. */
export function readDeviceCookie(request: FastifyRequest, policy: CookiePolicy): readonly string[] {
  const marks = request.cookies[nameOf(policy)]?.split('.') ?? [];
  return marks.filter((mark) => MARK.test(mark)).slice(-MARKS);
}

export function setDeviceCookie(
  reply: FastifyReply,
  policy: CookiePolicy,
  marks: readonly string[],
): void {
  reply.setCookie(nameOf(policy), marks.slice(-MARKS).join('.'), {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: policy.secure,
    maxAge: KNOWN_PLACE_LIFETIME / 1_000,
  });
}
