import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifySchema } from 'fastify';
import type { HttpApp } from '../http-app.ts';
import { problems } from '../routes/answers.ts';
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

const TAGS = [
  { name: 'Incidents', description: 'What is wrong, who works on it, and what happened so far.' },
  { name: 'Alerts', description: 'What monitoring systems reported.' },
  { name: 'Metrics', description: 'How incidents went.' },
  { name: 'Channels', description: 'How people are told, and of what.' },
  { name: 'Notifications', description: 'Who was told of what, and what came of it.' },
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
      // Nothing asks for a sign-in.
      security: [],
    },
    refResolver: {
      buildLocalReference: (schema, _base, _fragment, index) =>
        String(schema.$id ?? `schema-${index}`),
    },
    transform: ({ schema, url }) => ({ schema: withProblems(schema), url }),
    transformObject: (document) =>
      'openapiObject' in document ? finishDocument(document.openapiObject) : document.swaggerObject,
  });
  await app.register(swaggerUi, { routePrefix: '/docs', theme: { title: 'Klaxon API' } });
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger());
}

function withProblems(schema: FastifySchema): FastifySchema {
  const { problems: statuses, response, ...rest } = schema;
  if (!statuses || typeof response !== 'object') return schema;
  return { ...rest, response: { ...response, ...problems(statuses) } };
}
