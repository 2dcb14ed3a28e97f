import type { SecretBox } from '@klaxon/application';
import { conflict } from '@klaxon/domain';

/**
 * Seals nothing, but keeps apart what a real box keeps apart: keys and owners. The first key seals, all
 * of them open.
 */
export function plainSecretBox(...keyIds: readonly string[]): SecretBox {
  return {
    seal(plain, owner) {
      const [keyId] = keyIds;
      if (keyId === undefined) throw conflict('There is no key to keep secrets with.');
      return { keyId, bytes: Buffer.from(JSON.stringify({ owner, plain }), 'utf8') };
    },
    open({ keyId, bytes }, owner) {
      if (!keyIds.includes(keyId)) throw conflict(`The key "${keyId}" is not at hand.`);
      const sealed: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'));
      if (typeof sealed !== 'object' || sealed === null || Reflect.get(sealed, 'owner') !== owner)
        throw conflict('These secrets belong to another channel.');
      return String(Reflect.get(sealed, 'plain'));
    },
  };
}
