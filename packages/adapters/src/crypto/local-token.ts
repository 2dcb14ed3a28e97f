import { randomBytes } from 'node:crypto';

/** What the one at the machine shows where nobody signs in: 128 bits, short enough for a line of a terminal. */
export function newLocalToken(): string {
  return `klt_${randomBytes(16).toString('base64url')}`;
}
