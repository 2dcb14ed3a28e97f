import type { components } from '@klaxon/sdk';

export type Problem = components['schemas']['Problem'];

export function isProblem(error: unknown): error is Problem {
  return (
    typeof error === 'object' &&
    error !== null &&
    'status' in error &&
    typeof error.status === 'number' &&
    'detail' in error
  );
}

/** What went wrong, in a sentence for people. */
export function describeError(error: unknown): string {
  if (!isProblem(error))
    return 'Klaxon cannot be reached. Is it running, and is this machine online?';
  const faults = error.errors.map(({ path, message }) => `${path} ${message}`);
  return faults.length > 0 ? `${faults.join('; ')}.` : error.detail;
}
