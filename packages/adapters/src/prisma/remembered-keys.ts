import type { AccessQueries } from '@klaxon/application';
import { LRUCache } from 'lru-cache';

type KeyLookups = Pick<AccessQueries, 'apiKey' | 'integrationKey'>;

const KEYS = 1_000;
/** As long as a key may still open after it was revoked by another process. */
const TTL_MS = 5_000;

/**
 * A storm is thousands of webhooks with one key: it is looked up once in five seconds, and those that
 * ask meanwhile share one look. What is not a key is never remembered.
 */
export function rememberedKeys(queries: KeyLookups): KeyLookups {
  return {
    apiKey: remembered((hash) => queries.apiKey(hash)),
    integrationKey: remembered((hash) => queries.integrationKey(hash)),
  };
}

function remembered<Key extends object>(
  look: (hash: Uint8Array) => Promise<Key | null>,
): (hash: Uint8Array) => Promise<Key | null> {
  const known = new LRUCache<string, Key>({
    max: KEYS,
    ttl: TTL_MS,
    fetchMethod: async (hash) => (await look(Buffer.from(hash, 'base64'))) ?? undefined,
  });
  return async (hash) => (await known.fetch(Buffer.from(hash).toString('base64'))) ?? null;
}
