import staticFiles from '@fastify/static';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { HttpApp } from '../http-app.ts';
import { open } from './access.ts';

/** Its own scripts and nothing from elsewhere. Mantine sets styles on elements, which needs `unsafe-inline`. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const FILES = ['/color-scheme.js', '/favicon.svg', '/favicon-open.svg'] as const;

/** What `vite build` made: pages without data, so that whoever is not signed in can see the way in. */
export async function registerDashboard(app: HttpApp, folder: string): Promise<void> {
  await app.register(staticFiles, { root: folder, serve: false, preCompressed: true });
  const config = open('The dashboard is a program: what it shows, it asks the API for.');
  const schema = { hide: true };

  app.get('/', { config, schema }, (_request, reply) => sendPage(reply));

  // A name of these holds a digest of the content, so a browser or a CDN never needs to ask again.
  app.get<{ Params: { readonly '*': string } }>('/assets/*', { config, schema }, (request, reply) =>
    reply.sendFile(`assets/${request.params['*']}`, { maxAge: '365d', immutable: true }),
  );
  for (const path of FILES)
    app.get(path, { config, schema }, (_request, reply) =>
      reply.sendFile(path.slice(1), { maxAge: '1h' }),
    );
}

/** Whether a browser asks for a page: the dashboard itself knows which of them there are. */
export function wantsPage({ method, url, headers }: FastifyRequest): boolean {
  return (
    (method === 'GET' || method === 'HEAD') &&
    (headers.accept?.includes('text/html') ?? false) &&
    !/^\/(api|docs|assets|act)(\/|$)/.test(url)
  );
}

export function sendPage(reply: FastifyReply): FastifyReply {
  return reply
    .header('content-security-policy', POLICY)
    .header('cache-control', 'no-cache')
    .sendFile('index.html', { cacheControl: false });
}
