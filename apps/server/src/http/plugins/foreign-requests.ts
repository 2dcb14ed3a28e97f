import { DomainError } from '@klaxon/domain';
import type { FastifyRequest } from 'fastify';
import type { HttpApp } from '../http-app.ts';
import type { SignInMode } from '../request/sign-in-mode.ts';

export interface OwnAddress {
  /** Whether Klaxon listens on loopback alone: then it answers to no foreign name. */
  readonly localOnly: boolean;
  readonly signIn: SignInMode;
  readonly publicUrl: string | null;
}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/i;
/** A name or an address, and a port: what a browser or a proxy asks for. */
const HOST = /^([\w.~-]+|\[[\da-f:.]+\])(:\d{1,5})?$/i;
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
 * that was made to resolve to this machine, and a change that comes from another site. Before that, what
 * names the place it asks for in two ways: of these, a proxy in front may have believed the other one.
 */
export function registerForeignRequests(app: HttpApp, address: OwnAddress): void {
  const { localOnly, signIn, publicUrl } = address;
  const own = publicUrl === null ? null : new URL(publicUrl);

  app.addHook('onRequest', async (request) => {
    expectOnePlace(request);
    const host = request.headers.host ?? '';
    if (localOnly && host !== own?.host && !isLoopback(host))
      throw new DomainError(
        'forbidden',
        'This Klaxon answers to this machine alone. If it is meant to be reached under this name, set PUBLIC_URL.',
      );
    if (signIn === 'local' && cameThroughProxy(request))
      throw new DomainError(
        'forbidden',
        'This came through a proxy, and this Klaxon is for the one at its machine. To let others in, start it ' +
          'with SIGN_IN=required and PUBLIC_URL, and make an admin with the command create-admin.',
      );
    if (!READING.has(request.method) && comesFromElsewhere(request, own))
      throw new DomainError(
        'forbidden',
        'Changes from the pages of another site are refused. If this page is Klaxon’s own, PUBLIC_URL must be where it is.',
      );
  });
}

/** @throws DomainError `invalid` unless the request has one `Host` at the most, and a path for its target */
function expectOnePlace({ raw }: FastifyRequest): void {
  const hosts = raw.rawHeaders.filter(
    (name, index) => index % 2 === 0 && name.toLowerCase() === 'host',
  );
  if (hosts.length > 1)
    throw new DomainError('invalid', 'The request has more than one header Host.');
  const { host } = raw.headers;
  // Only HTTP/1.0 may leave it out, as the probes of load balancers do.
  if (host !== undefined && !HOST.test(host))
    throw new DomainError('invalid', 'The header Host is not a name or address with a port.');
  if (!raw.url?.startsWith('/'))
    throw new DomainError('invalid', 'The request must ask for a path, such as /api/incidents.');
}

/** HTTP/1.0 is what nginx spoke to what is behind it before 1.29.7, and neither browsers nor curl do. */
function cameThroughProxy({ headers, raw }: FastifyRequest): boolean {
  return raw.httpVersion === '1.0' || PROXY_HEADERS.some((name) => name in headers);
}

function comesFromElsewhere(request: FastifyRequest, own: URL | null): boolean {
  const { origin, 'sec-fetch-site': site } = request.headers;
  if (site === 'cross-site' || site === 'same-site') return true;
  return origin !== undefined && !isOwnOrigin(origin, request, own);
}

/** Compared whole: of the same host, a page by plain HTTP or on another port is another site's. */
function isOwnOrigin(origin: string, { protocol, host }: FastifyRequest, own: URL | null): boolean {
  if (origin === own?.origin) return true;
  // Under its public name Klaxon has one origin; on the machine itself, the address that was asked for.
  if (own !== null && !isLoopback(host)) return false;
  const asked = URL.parse(`${own === null ? protocol : 'http'}://${host}`);
  return origin === asked?.origin;
}

/** Whether a browser says that the request comes from a page of Klaxon's own; the hook above judged `Origin`. */
export function comesFromOwnPage({ headers }: FastifyRequest): boolean {
  return headers.origin !== undefined || headers['sec-fetch-site'] === 'same-origin';
}

function isLoopback(host: string): boolean {
  return LOOPBACK.test(host.replace(/:\d+$/, '').replace(/\.$/, ''));
}
