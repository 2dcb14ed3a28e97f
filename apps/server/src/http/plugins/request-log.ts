import type { IncomingMessage } from 'node:http';
import type { HttpApp } from '../http-app.ts';

const SANE_ID = /^[\w.:/+=-]{1,128}$/;

/** Takes over the caller's `X-Request-Id`, unless it could not stand in a log line as it is. */
export function makeRequestId(newRequestId: () => string): (request: IncomingMessage) => string {
  return ({ headers }) => {
    const given = headers['x-request-id'];
    return typeof given === 'string' && SANE_ID.test(given) ? given : newRequestId();
  };
}

/** One line a request, when it is answered. Queries are left out: people search for names in them. */
export function registerRequestLog(app: HttpApp): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  app.addHook('onResponse', async (request, reply) => {
    const { method, url } = request;
    const took = Math.round(reply.elapsedTime * 10) / 10;
    request.log.info({ method, path: pathOf(url), status: reply.statusCode, took }, 'request');
  });
}

/** What looks like a key, wherever it stands: a mistyped address must not write a good key into the log. */
const KEY = /kl[ix](?:_|%5f)[^/]*/gi;

/** The path of a request's URL, without its query, and without a token or key that it holds. */
export function pathOf(url: string): string {
  const path = url.split('?', 1)[0] ?? url;
  return path
    .replace(/^\/act\/.+/, '/act/…')
    .replace(/^\/api\/webhooks\/alertmanager\/.+/, '/api/webhooks/alertmanager/…')
    .replace(KEY, '…');
}
