import { createHash, randomBytes } from 'node:crypto';
import type { BearerSecrets } from '@klaxon/application';

const hash = (secret: string): Uint8Array =>
  Uint8Array.from(createHash('sha256').update(secret).digest());

export const bearerSecrets: BearerSecrets = {
  make(prefix) {
    const random = randomBytes(32).toString('base64url');
    const secret = prefix === undefined ? random : `${prefix}_${random}`;
    return { secret, hash: hash(secret) };
  },
  hash,
};
