/**
 * What can be wrong with a request, in the words of the domain. Each outer edge has one table that
 * turns the kind into its own language (an HTTP status, an exit code).
 */
export type ErrorKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'precondition-failed'
  | 'limit'
  | 'unavailable';

/** One part of the input that was wrong: `path` in the caller's own spelling (`alerts[3].startsAt`). */
export interface Fault {
  readonly path: string;
  readonly message: string;
}

export class DomainError extends Error {
  override readonly name = 'DomainError';
  readonly kind: ErrorKind;
  readonly faults: readonly Fault[];
  /** Until it is worth another try, where that is known. */
  readonly retryAfterSeconds: number | null;

  constructor(
    kind: ErrorKind,
    message: string,
    faults: readonly Fault[] = [],
    {
      retryAfterSeconds = null,
      ...options
    }: ErrorOptions & { readonly retryAfterSeconds?: number | null } = {},
  ) {
    super(message, options);
    this.retryAfterSeconds = retryAfterSeconds;
    this.kind = kind;
    this.faults = faults;
  }
}

export function invalid(path: string, message: string): DomainError {
  return new DomainError('invalid', `${path}: ${message}`, [{ path, message }]);
}

export function notFound(message: string): DomainError {
  return new DomainError('not-found', message);
}

export function conflict(message: string): DomainError {
  return new DomainError('conflict', message);
}

export function unauthenticated(message: string): DomainError {
  return new DomainError('unauthenticated', message);
}

export function forbidden(message: string): DomainError {
  return new DomainError('forbidden', message);
}

export function limit(message: string, retryAfterSeconds: number): DomainError {
  return new DomainError('limit', message, [], { retryAfterSeconds });
}
