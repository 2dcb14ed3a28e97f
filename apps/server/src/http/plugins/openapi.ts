import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import { actionRule } from '@klaxon/domain';
import type { FastifySchema } from 'fastify';
import type { HttpApp } from '../http-app.ts';
import { problems } from '../routes/answers.ts';
import { known, type RouteAccess } from './access.ts';
import { finishDocument } from './openapi-document.ts';

declare module 'fastify' {
  interface FastifySchema {
    /** Statuses of the failures that the route may answer, for the document: all are serialised alike. */
    readonly problems?: readonly number[];
  }
}

export interface DocumentOptions {
  readonly version: string;
  readonly publicUrl: string | null;
}

const SECURITY_SCHEMES = {
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: 'klaxon_session',
    description:
      'What a browser has after signing in. Where Klaxon has HTTPS, `__Host-klaxon_session`.',
  },
  accessToken: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description: 'For 15 minutes, with all that its owner may. See `createAccessToken`.',
  },
  apiKey: {
    type: 'apiKey',
    in: 'header',
    name: 'X-API-Key',
    description: 'The key of a machine, good for its scopes; also as bearer token.',
  },
  integrationKey: {
    type: 'http',
    scheme: 'basic',
    description:
      'The key of an integration as password (the user name does not matter), as bearer token, or in the path. It can only send alerts.',
  },
} as const;

const TAGS = [
  { name: 'Sign-in', description: 'Who asks, and how they prove it.' },
  { name: 'People', description: 'Who works with Klaxon, in which teams, for which services.' },
  { name: 'Incidents', description: 'What is wrong, who works on it, and what happened so far.' },
  { name: 'Alerts', description: 'What monitoring systems reported.' },
  { name: 'Metrics', description: 'How incidents went.' },
  { name: 'Status', description: 'How Klaxon itself fares.' },
  { name: 'Channels', description: 'How people are told, and of what.' },
  { name: 'Notifications', description: 'Who was told of what, and what came of it.' },
  { name: 'Keys', description: 'What machines prove themselves by.' },
  { name: 'Audit', description: 'Who changed what in Klaxon itself.' },
  { name: 'Webhooks', description: 'Where monitoring systems report.' },
  { name: 'Integrations', description: 'Where Slack and Telegram report pressed buttons.' },
  { name: 'Probes', description: 'For orchestrators and load balancers.' },
];

/** The API document at /openapi.json, made from the routes' own schemas, and Swagger UI at /docs. */
export async function registerOpenapi(
  app: HttpApp,
  { version, publicUrl }: DocumentOptions,
): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Klaxon',
        version,
        description:
          'Alerts in, the right person told, nothing lost. Times are RFC 3339 in UTC, ids are UUIDs.',
        license: { name: 'Apache 2.0', identifier: 'Apache-2.0' },
      },
      servers: [{ url: publicUrl ?? '/', description: 'This Klaxon.' }],
      tags: TAGS,
      components: { securitySchemes: SECURITY_SCHEMES },
    },
    refResolver: {
      buildLocalReference: (schema, _base, _fragment, index) =>
        String(schema.$id ?? `schema-${index}`),
    },
    transform: ({ schema, url, route }) => ({
      schema: withAccess(withProblems(schema), route.config?.access),
      url,
    }),
    transformObject: (document) =>
      'openapiObject' in document ? finishDocument(document.openapiObject) : document.swaggerObject,
  });
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    theme: { title: 'Klaxon API' },
    staticCSP: true,
    transformStaticCSP: () => swaggerPolicy(app),
  });
  app.get('/openapi.json', { config: known, schema: { hide: true } }, async () => app.swagger());
}

/** Swagger UI's own scripts and styles by their digests, and nothing from elsewhere. */
function swaggerPolicy({ swaggerCSP }: HttpApp): string {
  return [
    "default-src 'none'",
    `script-src 'self' ${swaggerCSP.script.join(' ')}`,
    `style-src 'self' 'unsafe-inline'`,
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Which proof of who asks an operation takes, and what that must be good for. */
function withAccess(schema: FastifySchema, access: RouteAccess | undefined): FastifySchema {
  if (!access || access.kind === 'open') return { ...schema, security: [] };
  const scopes = access.kind === 'needs' ? [access.action] : [];
  const schemes = [
    { session: scopes },
    { accessToken: scopes },
    ...(access.kind === 'needs' && actionRule(access.action).personal ? [] : [{ apiKey: scopes }]),
    ...(scopes[0] === 'alerts:write' ? [{ integrationKey: scopes }] : []),
  ];
  return { ...schema, security: schemes };
}

function withProblems(schema: FastifySchema): FastifySchema {
  const { problems: statuses, response, ...rest } = schema;
  if (!statuses || typeof response !== 'object') return schema;
  return { ...rest, response: { ...response, ...problems(statuses) } };
}
