import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { Problem } from '@klaxon/contracts';
import { DomainError, type Fault } from '@klaxon/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { HttpApp } from '../http-app.ts';
import { shownPath } from '../request/shown-path.ts';
import { sendPage, wantsPage } from './dashboard.ts';
import { type ProblemType, problemOfKind, problemOfStatus } from './problem-kinds.ts';

const MEDIA_TYPE = 'application/problem+json';
/** Seconds. An overload passes within a transaction or two, and Alertmanager comes back on its own terms. */
const RETRY_AFTER = '1';

interface Failure extends ProblemType {
  readonly detail: string;
  readonly errors: readonly Fault[];
}

/** Every error becomes problem details (RFC 9457), here and nowhere else. */
export function registerProblemDetails(
  app: HttpApp,
  { hasPages }: { readonly hasPages: boolean },
): void {
  app.setErrorHandler(answerProblem);
  app.setNotFoundHandler(async (request, reply) => {
    if (hasPages && wantsPage(request)) return sendPage(reply);
    throw new DomainError(
      'not-found',
      `There is nothing at ${request.method} ${shownPath(request)}.`,
    );
  });
}

export function answerProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const failure = failureOf(error, request);
  const { status } = failure;
  if (status === 500) request.log.error({ err: error }, 'request failed');
  else if (status > 500) request.log.warn({ err: error }, 'request could not be served');
  if (status === 401) reply.header('www-authenticate', 'Bearer realm="klaxon"');
  if (status === 503 || status === 429) {
    const seconds = error instanceof DomainError ? error.retryAfterSeconds : null;
    reply.header('retry-after', seconds === null ? RETRY_AFTER : String(Math.ceil(seconds)));
  }
  const { type, title, detail, errors } = failure;
  const instance = shownPath(request);
  const problem: Problem = {
    type,
    title,
    status,
    detail,
    instance,
    errors: [...errors],
    request_id: request.id,
  };
  reply.header('x-request-id', request.id);
  reply.code(status).type(MEDIA_TYPE).serializer(JSON.stringify).send(problem);
}

/** Answers what never became a request: it came too slowly, too long, or is not HTTP. */
export function answerBrokenRequest(
  error: Error & { code?: string },
  socket: Socket,
  requestId: string,
): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const [status, detail] = brokenRequest(error.code);
  const { type, title } = problemOfStatus(status);
  const problem: Problem = {
    type,
    title,
    status,
    detail,
    instance: '',
    errors: [],
    request_id: requestId,
  };
  const body = JSON.stringify(problem);
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'connection: close',
    `content-type: ${MEDIA_TYPE}`,
    `content-length: ${Buffer.byteLength(body)}`,
  ];
  if (socket.writable) socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
  socket.destroy(error);
}

function brokenRequest(code: string | undefined): readonly [status: number, detail: string] {
  switch (code) {
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return [408, 'The request took too long to arrive.'];
    case 'HPE_HEADER_OVERFLOW':
      return [431, 'The address and the headers together are longer than 16 KiB.'];
    default:
      return [400, 'This is not a well-formed HTTP request.'];
  }
}

function failureOf(error: unknown, request: FastifyRequest): Failure {
  if (error instanceof DomainError)
    return { ...problemOfKind(error.kind), detail: error.message, errors: error.faults };
  if (isClientError(error))
    return {
      ...problemOfStatus(error.statusCode),
      detail: transportDetail(error, request),
      errors: [],
    };
  return {
    ...problemOfKind('internal'),
    detail: 'Something went wrong inside Klaxon. The log has the reason under this request id.',
    errors: [],
  };
}

function transportDetail(error: ClientError, request: FastifyRequest): string {
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return `The body is larger than the ${request.routeOptions.bodyLimit} bytes that are taken here.`;
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return 'Send the body as JSON, with the header "Content-Type: application/json".';
    // Its own text repeats the address, with whatever key is in it.
    case 'FST_ERR_BAD_URL':
      return 'The address is not a valid URL.';
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
      return 'The body is not valid JSON.';
    // What sends files says no more than the status does.
    case undefined:
      return `${STATUS_CODES[error.statusCode] ?? 'Bad request'}.`;
    default:
      return error.code.startsWith('FST_')
        ? error.message
        : 'The request did not arrive as a whole.';
  }
}

/** What Fastify, or a part of it, found wrong with a request. */
interface ClientError extends Error {
  readonly statusCode: number;
  readonly code?: string;
}

function isClientError(error: unknown): error is ClientError {
  if (!(error instanceof Error && 'statusCode' in error)) return false;
  const { statusCode } = error;
  return typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500;
}
