import { type Milliseconds, SECOND } from '@klaxon/domain';
import { Agent, type buildConnector, type Dispatcher, request } from 'undici';
import { PrivateAddressError } from './guarded-connector.ts';
import { retryAfter } from './retry-after.ts';

const MAX_ANSWER_BYTES = 64 * 1024;

export interface HttpTimeouts {
  /** Until the connection stands, TLS included. */
  readonly connect: Milliseconds;
  /** From the start until the whole answer is read. */
  readonly total: Milliseconds;
}

export const DEFAULT_TIMEOUTS: HttpTimeouts = { connect: 5 * SECOND, total: 10 * SECOND };

export type HttpResult =
  | {
      readonly kind: 'answer';
      readonly status: number;
      /** Empty where the answer broke off or was over 64 KiB. */
      readonly text: string;
      /** The answer's fields; empty where `text` is no JSON object. */
      readonly body: Readonly<Record<string, unknown>>;
      readonly retryAfter: Milliseconds | null;
    }
  /** `reason` holds neither the URL nor anything of the request: both may be secret. */
  | { readonly kind: 'no-answer'; readonly reason: string }
  /** The address is one that must not be called. */
  | { readonly kind: 'refused'; readonly reason: string };

interface PostOptions {
  readonly headers?: Readonly<Record<string, string>>;
  /** Ends the request before its own time is up. */
  readonly deadline?: AbortSignal;
}

/** Posts a body that is JSON already. */
export type PostJson = (url: string, body: string, options?: PostOptions) => Promise<HttpResult>;

/** A POST that ends in time, reads a bounded answer, follows no redirect and never throws. */
export function boundedPost(timeouts: HttpTimeouts, connect?: buildConnector.connector): PostJson {
  const dispatcher = new Agent({
    ...(connect ? { connect } : { connectTimeout: timeouts.connect, allowH2: false }),
    headersTimeout: timeouts.total,
    bodyTimeout: timeouts.total,
    maxResponseSize: MAX_ANSWER_BYTES,
  });
  return async (url, body, { headers = {}, deadline } = {}) => {
    const total = AbortSignal.timeout(timeouts.total);
    try {
      const answer = await request(url, {
        dispatcher,
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
        body,
        signal: deadline ? AbortSignal.any([total, deadline]) : total,
      });
      const text = await readText(answer.body);
      return {
        kind: 'answer',
        status: answer.statusCode,
        text,
        body: fieldsOf(text),
        retryAfter: retryAfter(headerOf(answer, 'retry-after'), headerOf(answer, 'date')),
      };
    } catch (error) {
      return failure(error, timeouts);
    }
  };
}

export function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** The status of an answer stands even if its body does not: a 429 without a readable body is still a 429. */
async function readText(body: Dispatcher.ResponseData['body']): Promise<string> {
  try {
    return await body.text();
  } catch {
    return '';
  }
}

function fieldsOf(text: string): Readonly<Record<string, unknown>> {
  try {
    const fields: unknown = JSON.parse(text);
    return isFields(fields) ? fields : {};
  } catch {
    return {};
  }
}

function headerOf(answer: Dispatcher.ResponseData, name: string): string | null {
  const value = answer.headers[name];
  return (Array.isArray(value) ? value[0] : value) ?? null;
}

function failure(error: unknown, timeouts: HttpTimeouts): HttpResult {
  if (error instanceof PrivateAddressError)
    return {
      kind: 'refused',
      reason: 'its address is inside a private network: allow it with ALLOW_PRIVATE_WEBHOOKS',
    };
  return { kind: 'no-answer', reason: reasonOf(error, timeouts) };
}

function reasonOf(error: unknown, timeouts: HttpTimeouts): string {
  if (!Error.isError(error)) return 'the request failed';
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  if (code === 'UND_ERR_CONNECT_TIMEOUT')
    return `no connection within ${timeouts.connect / SECOND} s`;
  if (
    error.name === 'TimeoutError' ||
    code === 'UND_ERR_HEADERS_TIMEOUT' ||
    code === 'UND_ERR_BODY_TIMEOUT'
  )
    return `no answer within ${timeouts.total / SECOND} s`;
  return `the connection failed (${code})`;
}
