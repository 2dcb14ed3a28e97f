import { type Component, Problem, ref } from '@klaxon/contracts';
import { problemOfStatus } from '../plugins/problem-kinds.ts';

/** Describes an answer in JSON. */
export function answer(
  description: string,
  schema: Component,
  headers: Record<string, object> = {},
) {
  return { description, headers, content: { 'application/json': { schema: ref(schema) } } };
}

export const ETAG = {
  ETag: { type: 'string', description: 'The version of the incident, for `If-Match`.' },
};

const DETAILS: Readonly<Record<number, string>> = {
  400: 'limit: must be 200 or less',
  401: 'Sign in, or send a key.',
  403: 'Changes from the pages of another site are refused.',
  404: 'There is no incident 0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d10.',
  409: 'This incident is already resolved.',
  412: 'This incident has changed since: it is at version 5, not 4. Load it again.',
  413: 'The body is larger than the 1048576 bytes that are taken here.',
  415: 'Send the body as JSON, with the header "Content-Type: application/json".',
  500: 'Something went wrong inside Klaxon. The log has the reason under this request id.',
  503: 'The database cannot be reached.',
};

const RETRY_AFTER = {
  'Retry-After': { type: 'integer', description: 'Seconds until it is worth another try.' },
};

/** Describes a failure. */
export function problem(status: number, description?: string) {
  const { type, title } = problemOfStatus(status);
  const detail = DETAILS[status] ?? title;
  const errors = status === 400 ? [{ path: 'limit', message: 'must be 200 or less' }] : [];
  const value = {
    type,
    title,
    status,
    detail,
    instance: '/api/incidents',
    errors,
    request_id: '0199f3b2-55aa',
  };
  return {
    description: description ?? `${title}.`,
    ...(status === 503 && { headers: RETRY_AFTER }),
    content: {
      'application/problem+json': { schema: ref(Problem), examples: { problem: { value } } },
    },
  };
}

/** The failures that a route may answer, beside those that any may. */
export function problems(statuses: readonly number[]) {
  return Object.fromEntries(
    [...statuses, 401, 403, 500, 503].map((status) => [status, problem(status)]),
  );
}
