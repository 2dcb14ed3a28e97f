import type { IncomingMessage } from 'node:http';
import type { HttpApp } from '../http-app.ts';
import { shownPath } from '../request/shown-path.ts';

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
    const { method } = request;
    const path = shownPath(request);
    const took = Math.round(reply.elapsedTime * 10) / 10;
    request.log.info({ method, path, status: reply.statusCode, took }, 'request');
  });
}
