import { DomainError } from '@klaxon/domain';
import type { FastifyRequest } from 'fastify';
import type { HttpApp } from '../http-app.ts';
import type { SignInMode } from '../request/sign-in-mode.ts';

export interface OwnAddress {
  /** Whether Klaxon listens on loopback alone, so that whoever reaches it counts as its user. */
  readonly localOnly: boolean;
  readonly signIn: SignInMode;
  readonly publicUrl: string | null;
}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/i;
/** What proxies add, each in its own way. */
const PROXY_HEADERS = [
  'forwarded',
  'via',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
  'cf-connecting-ip',
];
const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses what a web page of somebody else's can make a browser send: a request under a foreign name
 * that was made to resolve to this machine, and a change that comes from another site.
 */
export function registerForeignRequests(app: HttpApp, address: OwnAddress): void {
  const { localOnly, signIn, publicUrl } = address;
  const own = publicUrl === null ? null : new URL(publicUrl).host;

  app.addHook('onRequest', async (request) => {
    const host = request.headers.host ?? '';
    if (localOnly && host !== own && !LOOPBACK.test(hostname(host)))
      throw new DomainError(
        'forbidden',
        'This Klaxon answers to this machine alone. If it is meant to be reached under this name, set PUBLIC_URL.',
      );
    if (signIn === 'local' && cameThroughProxy(request))
      throw new DomainError(
        'forbidden',
        'This came through a proxy, and nobody signs in here: whoever reaches the proxy would be let in. ' +
          'Start Klaxon with SIGN_IN=required and PUBLIC_URL, and make an admin with the command create-admin.',
      );
    if (!READING.has(request.method) && comesFromElsewhere(request, host, own))
      throw new DomainError('forbidden', 'Changes from the pages of another site are refused.');
  });
}

/** HTTP/1.0 is what nginx speaks to what is behind it, unless told otherwise, and neither browsers nor curl do. */
function cameThroughProxy({ headers, raw }: FastifyRequest): boolean {
  return raw.httpVersion === '1.0' || PROXY_HEADERS.some((name) => name in headers);
}

function comesFromElsewhere(
  { headers }: FastifyRequest,
  host: string,
  own: string | null,
): boolean {
  if (headers['sec-fetch-site'] === 'cross-site') return true;
  const { origin } = headers;
  if (origin === undefined) return false;
  const from = URL.canParse(origin) ? new URL(origin).host : '';
  return from !== host && from !== own;
}

/** Whether a browser says that the request comes from a page of Klaxon's own; the hook above judged `Origin`. */
export function comesFromOwnPage({ headers }: FastifyRequest): boolean {
  return headers.origin !== undefined || headers['sec-fetch-site'] === 'same-origin';
}

function hostname(host: string): string {
  return host.replace(/:\d+$/, '').replace(/\.$/, '');
}
