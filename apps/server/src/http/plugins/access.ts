import type { AccessUseCases, Caller, Owners } from '@klaxon/application';
import {
  type Action,
  ALL_TEAMS,
  ANONYMOUS,
  DomainError,
  expectMay as expectPrincipalMay,
  isKnown,
  isUuid,
  type Owned,
  type Principal,
  type Resource,
} from '@klaxon/domain';
import type { FastifyContextConfig, FastifyRequest } from 'fastify';
import type { HttpApp } from '../http-app.ts';
import { addressOf } from '../request/address-of.ts';
import { readCredentials } from '../request/credentials.ts';
import type { CookiePolicy } from '../request/session-cookie.ts';
import { comesFromOwnPage } from './foreign-requests.ts';
import type { CountRefusal } from './rate-limits.ts';

/** Who may use a route. Every route says so; one that does not keeps the server from starting. */
export type RouteAccess =
  /** Anybody, and why that is safe. */
  | { readonly kind: 'open'; readonly why: string }
  /** Whoever has proven who they are. */
  | { readonly kind: 'known' }
  /** Whoever may do this: to the incident or notification that the address names, or to what concerns all teams. */
  | {
      readonly kind: 'needs';
      readonly action: Action;
      readonly owner: Owner | null;
      /** Whose that is which the body names beside. */
      ownerInBody?(body: unknown, owners: Owners): Promise<Owned>;
      /** Where alerts arrive: what lets nothing else be done need not prove as much. */
      readonly purpose?: 'alerts';
    };

type Owner = 'incident' | 'notification' | typeof ALL_TEAMS;

declare module 'fastify' {
  interface FastifyContextConfig {
    readonly access?: RouteAccess;
  }
  interface FastifyRequest {
    /** Proven before anything of the request's body is read. */
    principal: Principal;
    /** Finds out who asks, where a route is open and wants to know all the same. */
    identify(): Promise<void>;
  }
}

export function open(why: string): FastifyContextConfig {
  return { access: { kind: 'open', why } };
}

export const known: FastifyContextConfig = { access: { kind: 'known' } };

/** @param ownerInBody is handed the body that the route's schema describes, once it was found to be that */
export function needs<Body>(
  action: Action,
  owner: Owner | null = null,
  ownerInBody?: (body: Body, owners: Owners) => Promise<Owned>,
): FastifyContextConfig {
  return { access: { kind: 'needs', action, owner, ...(ownerInBody && { ownerInBody }) } };
}

export const takesAlerts: FastifyContextConfig = {
  // Alerts can be of any service, and end any incident.
  access: { kind: 'needs', action: 'alerts:write', owner: ALL_TEAMS, purpose: 'alerts' },
};

/** Routes that libraries bring. */
const OF_LIBRARIES = /^\/docs(\/|$)/;
const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Asks who it is, and whether they may, before a route is reached. */
export function registerAccess(
  app: HttpApp,
  { authenticate, owners }: AccessUseCases,
  cookie: CookiePolicy,
  countRefusal: CountRefusal,
): void {
  app.decorateRequest('principal');
  app.decorateRequest('identify', async function identify() {
    const credentials = readCredentials(this, cookie);
    const access = accessOf(this);
    try {
      this.principal = await authenticate(
        credentials,
        access.kind === 'needs' ? access.purpose : undefined,
      );
    } catch (error) {
      if (error instanceof DomainError && error.kind === 'unauthenticated')
        await countRefusal(this);
      throw error;
    }
    if (credentials.kind === 'cookie' && isKnown(this.principal)) expectOwnPage(this);
  });

  app.addHook('onRoute', (route) => {
    if (route.config?.access) return;
    if (!OF_LIBRARIES.test(route.url))
      throw new TypeError(`${String(route.method)} ${route.url} does not say who may use it`);
    route.config = { ...route.config, ...known };
  });

  app.addHook('onRequest', async (request) => {
    request.principal = ANONYMOUS;
    const access = accessOf(request);
    if (access.kind === 'open') return;
    await request.identify();
    if (cookie.mode === 'local' && request.principal.kind === 'anonymous') throw showsNoToken();
    if (access.kind === 'needs')
      expectMay(request, access.action, access.owner === ALL_TEAMS ? ALL_TEAMS : null);
    else expectKnown(request);
  });

  // Before the request is looked at any further: whoever may not act does not learn how to.
  app.addHook('preValidation', async (request) => {
    const access = accessOf(request);
    if (access.kind !== 'needs' || access.owner === null || access.owner === ALL_TEAMS) return;
    const { params } = request;
    if (typeof params !== 'object' || params === null || !('id' in params)) return;
    const id = String(params.id);
    // What is no id is found invalid a moment later.
    if (isUuid(id)) expectMay(request, access.action, await owners[access.owner](id));
  });

  app.addHook('preHandler', async (request) => {
    const access = accessOf(request);
    if (access.kind === 'needs' && access.ownerInBody)
      expectMay(request, access.action, await access.ownerInBody(request.body, owners));
  });
}

/** An address that leads nowhere is nobody's secret: it is answered as such. */
const NOWHERE: RouteAccess = { kind: 'open', why: 'There is nothing there.' };

function accessOf(request: FastifyRequest): RouteAccess {
  if (request.is404) return NOWHERE;
  return request.routeOptions.config.access ?? { kind: 'known' };
}

/** @throws DomainError `unauthenticated` or `forbidden` */
function expectMay(
  { principal }: Pick<FastifyRequest, 'principal'>,
  action: Action,
  resource: Resource | null,
): void {
  expectPrincipalMay(principal, action, resource);
}

function expectKnown({ principal }: FastifyRequest): void {
  if (!isKnown(principal)) throw new DomainError('unauthenticated', 'Sign in, or send a key.');
}

function showsNoToken(): DomainError {
  return new DomainError(
    'unauthenticated',
    'This Klaxon is for whoever started it. In a browser, open the address that it printed at its start; a program ' +
      'sends the header "Authorization: Bearer <token>", with what the file local-token in its data folder holds.',
  );
}

/** A browser adds the cookie to whatever a page sends, so a change must prove that it comes from Klaxon's own. */
function expectOwnPage(request: FastifyRequest): void {
  if (READING.has(request.method) || comesFromOwnPage(request)) return;
  throw new DomainError(
    'forbidden',
    'With a cookie, changes must carry the header Origin, as browsers send it. Programs use a key or token.',
  );
}

/**
 * Who asks, for use cases and the audit log.
 *
 * @throws DomainError `unauthenticated`
 */
export function callerOf(request: FastifyRequest): Caller {
  const { principal, id } = request;
  if (!isKnown(principal)) throw new DomainError('unauthenticated', 'Sign in, or send a key.');
  return { principal, requestId: id, address: addressOf(request) };
}
