import { createHmac, timingSafeEqual } from 'node:crypto';
import type { ActionTokens, OfferedAction } from '@klaxon/application';
import { invalid, type MessageActionKind } from '@klaxon/domain';
import { deriveKey, type SecretKey } from './secret-key.ts';

const LETTERS: Readonly<Record<MessageActionKind, string>> = { acknowledge: 'a', resolve: 'r' };
const KINDS: Readonly<Record<string, MessageActionKind>> = { a: 'acknowledge', r: 'resolve' };

/** 22 characters of base64url: 16 bytes, of an id or of a signature (128 bits of HMAC-SHA-256). */
const TOKEN = /^([ar])\.([\w-]{22})\.[\w-]{22}$/;
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
const BYTES = 16;

/**
 * Tokens of 47 characters, `<a|r>.<incident>.<signature>`. The first key signs, and all of them count
 * when a token comes back. Null without a key: then nothing can be offered.
 */
export function hmacActionTokens(keys: readonly SecretKey[]): ActionTokens | null {
  const own = keys.map((key) => deriveKey(key, 'action tokens'));
  const [signing] = own;
  if (!signing) return null;
  return {
    sign: (action) => write(action, signing),
    verify(token) {
      const action = read(token);
      // Signed anew and compared as a whole, so that another spelling of the same bytes is no token.
      return action && own.some((key) => isSame(write(action, key), token)) ? action : null;
    },
  };
}

/** @throws DomainError `invalid` for an id that is no lower-case UUID */
function write({ kind, incidentId }: OfferedAction, key: Uint8Array): string {
  if (!UUID.test(incidentId)) throw invalid('incidentId', 'must be a UUID');
  const id = Buffer.from(incidentId.replaceAll('-', ''), 'hex').toString('base64url');
  const claim = `${LETTERS[kind]}.${id}`;
  const signature = createHmac('sha256', key).update(claim).digest().subarray(0, BYTES);
  return `${claim}.${signature.toString('base64url')}`;
}

function read(token: string): OfferedAction | null {
  const [, letter = '', id = ''] = TOKEN.exec(token) ?? [];
  const kind = KINDS[letter];
  if (!kind) return null;
  const hex = Buffer.from(id, 'base64url').toString('hex');
  const incidentId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return UUID.test(incidentId) ? { kind, incidentId } : null;
}

function isSame(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
