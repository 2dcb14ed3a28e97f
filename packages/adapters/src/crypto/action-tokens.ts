import { createHmac, timingSafeEqual } from 'node:crypto';
import type { ActionTokens, OfferedAction } from '@klaxon/application';
import { invalid, type MessageActionKind, MINUTE } from '@klaxon/domain';
import { deriveKey, type SecretKey } from './secret-key.ts';

const LETTERS: Readonly<Record<MessageActionKind, string>> = { acknowledge: 'a', resolve: 'r' };
const KINDS: Readonly<Record<string, MessageActionKind>> = { a: 'acknowledge', r: 'resolve' };

/**
 * 22 characters of base64url: 16 bytes, of an id or of a signature (128 bits of HMAC-SHA-256). Between them
 * two numbers with as few digits as may be, in base 36.
 */
const TOKEN = /^([ar])\.([\w-]{22})\.([\da-z]{1,6})\.([\da-z]{1,6})\.[\w-]{22}$/;
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
const BYTES = 16;

/**
 * Tokens of at most 61 characters, `<a|r>.<incident>.<version>.<minute>.<signature>`. The first key signs, and
 * all of them count when a token comes back. Null without a key: then nothing can be offered.
 */
export function hmacActionTokens(keys: readonly SecretKey[]): ActionTokens | null {
  const own = keys.map((key) => deriveKey(key, 'action tokens'));
  const [signing] = own;
  if (!signing) return null;
  return {
    sign: (action) => write(action, signing),
    verify(token) {
      const action = read(token);
      // Signed again and compared as a whole, so that another spelling of the same bytes is no token.
      return action && own.some((key) => isSame(write(action, key), token)) ? action : null;
    },
  };
}

/** @throws DomainError `invalid` for an id that is no lower-case UUID */
function write({ kind, incidentId, version, offeredAt }: OfferedAction, key: Uint8Array): string {
  if (!UUID.test(incidentId)) throw invalid('incidentId', 'must be a UUID');
  const id = Buffer.from(incidentId.replaceAll('-', ''), 'hex').toString('base64url');
  const minute = Math.floor(offeredAt / MINUTE);
  const claim = [LETTERS[kind], id, version.toString(36), minute.toString(36)].join('.');
  const signature = createHmac('sha256', key).update(claim).digest().subarray(0, BYTES);
  return `${claim}.${signature.toString('base64url')}`;
}

function read(token: string): OfferedAction | null {
  const [, letter = '', id = '', version = '', minute = ''] = TOKEN.exec(token) ?? [];
  const kind = KINDS[letter];
  if (!kind) return null;
  const hex = Buffer.from(id, 'base64url').toString('hex');
  const incidentId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  if (!UUID.test(incidentId)) return null;
  const offeredAt = Number.parseInt(minute, 36) * MINUTE;
  return { kind, incidentId, version: Number.parseInt(version, 36), offeredAt };
}

function isSame(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
