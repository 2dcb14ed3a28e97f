import { type Milliseconds, SECOND } from '@klaxon/domain';
import { Agent, type Dispatcher, request } from 'undici';
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
      /** The answer's fields; empty where it was no JSON object, broke off or was over 64 KiB. */
      readonly body: Readonly<Record<string, unknown>>;
      readonly retryAfter: Milliseconds | null;
    }
  /** `reason` holds neither the URL nor anything of the request: both may be secret. */
  | { readonly kind: 'no-answer'; readonly reason: string };

export type PostJson = (
  url: string,
  body: object,
  headers?: Readonly<Record<string, string>>,
) => Promise<HttpResult>;

/** A POST that ends in time, reads a bounded answer, follows no redirect and never throws. */
export function boundedPost(timeouts: HttpTimeouts): PostJson {
  const dispatcher = new Agent({
    connectTimeout: timeouts.connect,
    headersTimeout: timeouts.total,
    bodyTimeout: timeouts.total,
    maxResponseSize: MAX_ANSWER_BYTES,
    allowH2: false,
  });
  return async (url, body, headers = {}) => {
    try {
      const answer = await request(url, {
        dispatcher,
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(timeouts.total),
      });
      return {
        kind: 'answer',
        status: answer.statusCode,
        body: await readFields(answer.body),
        retryAfter: retryAfter(headerOf(answer, 'retry-after'), headerOf(answer, 'date')),
      };
    } catch (error) {
      return { kind: 'no-answer', reason: reasonOf(error, timeouts) };
    }
  };
}

export function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** The status of an answer stands even if its body does not: a 429 without a readable body is still a 429. */
async function readFields(
  body: Dispatcher.ResponseData['body'],
): Promise<Readonly<Record<string, unknown>>> {
  try {
    const fields: unknown = JSON.parse(await body.text());
    return isFields(fields) ? fields : {};
  } catch {
    return {};
  }
}

function headerOf(answer: Dispatcher.ResponseData, name: string): string | null {
  const value = answer.headers[name];
  return (Array.isArray(value) ? value[0] : value) ?? null;
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
