import { createHmac } from 'node:crypto';
import { type Instant, SECOND } from '@klaxon/domain';

const PREFIX = 'whsec_';

/** The bytes of a secret as Standard Webhooks writes it: `whsec_` and 24 to 64 bytes in base64; else null. */
export function webhookKey(secret: string): Buffer | null {
  const encoded = secret.startsWith(PREFIX) ? secret.slice(PREFIX.length) : null;
  if (encoded === null || !/^[A-Za-z0-9+/]+={0,2}$/.test(encoded)) return null;
  const key = Buffer.from(encoded, 'base64');
  return key.length >= 24 && key.length <= 64 ? key : null;
}

/**
 * The headers by which a receiver knows who sent a body, and when (Standard Webhooks 1.0.0).
 *
 * @param keys one, or the old and the new while a secret is being replaced: either signature will do
 */
export function signatureHeaders(
  keys: readonly Buffer[],
  id: string,
  at: Instant,
  body: string,
): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(at / SECOND));
  const signatures = keys.map(
    (key) =>
      `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`,
  );
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': signatures.join(' '),
  };
}
