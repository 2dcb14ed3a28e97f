import type { SecretBox } from '@klaxon/application';
import { conflict } from '@klaxon/domain';
import { openBytes, sealBytes } from './aes-gcm.ts';
import { deriveKey, type SecretKey } from './secret-key.ts';

const NO_KEY =
  'There is no key to keep secrets with. Set SECRET_KEY to the output of "openssl rand -base64 32", ' +
  'the same for every process of Klaxon, and start them again.';

/** Seals with the first key and opens with any. Without a key it does neither. */
export function secretBox(keys: readonly SecretKey[]): SecretBox {
  const own = keys.map((key) => ({ id: key.id, bytes: deriveKey(key, 'channel secrets') }));
  return {
    seal(plain, owner) {
      const [first] = own;
      if (!first) throw conflict(NO_KEY);
      const bytes = sealBytes(first.bytes, Buffer.from(plain, 'utf8'), Buffer.from(owner, 'utf8'));
      return { keyId: first.id, bytes };
    },
    open({ keyId, bytes }, owner) {
      const key = own.find(({ id }) => id === keyId);
      if (!key)
        throw conflict(
          `The secrets were sealed with the key "${keyId}", which SECRET_KEY does not hold. ` +
            'Add that key to SECRET_KEY, or enter the secrets again.',
        );
      try {
        const plain = openBytes(key.bytes, bytes, Buffer.from(owner, 'utf8'));
        return Buffer.from(plain).toString('utf8');
      } catch {
        throw conflict(
          `The secrets cannot be opened: either they were changed, or the key "${keyId}" is ` +
            'another one than it was. Put the old key back, or enter the secrets again.',
        );
      }
    },
  };
}
