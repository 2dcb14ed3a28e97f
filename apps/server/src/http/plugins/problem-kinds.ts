import { STATUS_CODES } from 'node:http';
import type { ErrorKind } from '@klaxon/domain';

interface ProblemKind {
  readonly status: number;
  readonly title: string;
}

/** What the domain knows, and what only happens to HTTP requests. */
type AnyKind = ErrorKind | 'too-large' | 'unsupported-media-type' | 'internal';

/** The one table from kinds of error to HTTP. */
const KINDS: Readonly<Record<AnyKind, ProblemKind>> = {
  invalid: { status: 400, title: 'Invalid request' },
  unauthenticated: { status: 401, title: 'Not signed in' },
  forbidden: { status: 403, title: 'Not allowed' },
  'not-found': { status: 404, title: 'Not found' },
  conflict: { status: 409, title: 'Conflict with the present state' },
  'precondition-failed': { status: 412, title: 'Changed in the meantime' },
  'too-large': { status: 413, title: 'Too large' },
  'unsupported-media-type': { status: 415, title: 'Not JSON' },
  limit: { status: 429, title: 'Too many requests' },
  internal: { status: 500, title: 'Internal error' },
  unavailable: { status: 503, title: 'Not available at the moment' },
};

const BY_STATUS: ReadonlyMap<number, string> = new Map(
  Object.entries(KINDS).map(([kind, { status }]) => [status, kind]),
);

export interface ProblemType extends ProblemKind {
  /** A stable URN, or `about:blank` where the status says it all. */
  readonly type: string;
}

export function problemOfKind(kind: AnyKind): ProblemType {
  return { type: `urn:klaxon:problem:${kind}`, ...KINDS[kind] };
}

export function problemOfStatus(status: number): ProblemType {
  const kind = BY_STATUS.get(status);
  return isKind(kind)
    ? problemOfKind(kind)
    : { type: 'about:blank', status, title: STATUS_CODES[status] ?? 'Error' };
}

function isKind(kind: string | undefined): kind is AnyKind {
  return kind !== undefined && Object.hasOwn(KINDS, kind);
}
