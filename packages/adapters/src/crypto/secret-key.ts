import { hkdfSync, randomBytes } from 'node:crypto';

const KEY_BYTES = 32;
const MIN_PASSPHRASE = 32;
const WITH_ID = /^([\w.-]{1,50}):([A-Za-z0-9+/_-]+={0,2})$/;
const BASE64 = /^[A-Za-z0-9+/_-]{43}=?$/;

/** What Klaxon's keys come from. The id is no secret: it is kept beside what the key sealed. */
export interface SecretKey {
  readonly id: string;
  /** 32 bytes. */
  readonly material: Uint8Array;
}

/**
 * Reads keys as people write them, separated by commas: `id:base64 of 32 bytes`, the same without an
 * id, or a passphrase of at least 32 characters. The first seals, all of them open.
 *
 * @throws RangeError that says which one is wrong, without repeating it
 */
export function parseSecretKeys(text: string): readonly SecretKey[] {
  const parts = text.split(',').map((part) => part.trim());
  const keys = parts.map((part, index) => parseKey(part, `key ${index + 1} of ${parts.length}`));
  const repeated = keys.find(({ id }, index) => keys.findIndex((key) => key.id === id) !== index);
  if (repeated) throw new RangeError(`has two keys with the id "${repeated.id}"`);
  return keys;
}

function parseKey(text: string, which: string): SecretKey {
  const [, id, encoded] = WITH_ID.exec(text) ?? [];
  if (id !== undefined && encoded !== undefined) {
    if (!BASE64.test(encoded))
      throw new RangeError(`must have 32 bytes in base64 after "${id}:" (${which})`);
    return { id, material: Buffer.from(encoded, 'base64') };
  }
  if (BASE64.test(text)) return withOwnId(Buffer.from(text, 'base64'));
  if (text.length < MIN_PASSPHRASE)
    throw new RangeError(
      `must be 32 bytes in base64, as "openssl rand -base64 32" prints them, or at least ${MIN_PASSPHRASE} characters (${which} is shorter)`,
    );
  return withOwnId(derive(Buffer.from(text, 'utf8'), 'passphrase', KEY_BYTES));
}

/** A key without a name of its own is called by a fingerprint, from which nobody finds the key. */
function withOwnId(material: Uint8Array): SecretKey {
  return { id: Buffer.from(derive(material, 'key id', 4)).toString('hex'), material };
}

/** A key for one purpose: what is found out about it endangers no other. */
export function deriveKey({ material }: SecretKey, purpose: string): Uint8Array {
  return derive(material, purpose, KEY_BYTES);
}

/** A key nobody has had before, as `SECRET_KEY` takes it. */
export function newSecretKey(): string {
  return randomBytes(KEY_BYTES).toString('base64');
}

/** HKDF-SHA-256 (RFC 5869) without a salt: the material is either random or all there is. */
function derive(material: Uint8Array, purpose: string, length: number): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', material, '', `klaxon ${purpose}`, length));
}
