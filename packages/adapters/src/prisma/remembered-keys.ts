import type { AccessQueries } from '@klaxon/application';
import { DomainError } from '@klaxon/domain';
import { LRUCache } from 'lru-cache';

type KeyQueries = Pick<
  AccessQueries,
  'apiKey' | 'integrationKey' | 'touchApiKey' | 'touchIntegrationKey'
>;

export interface RememberedKeys extends KeyQueries {
  /** To be called when this process changed a key, so that the change counts at once. */
  forget(): void;
}

const KEYS = 1_000;
/** As long as a key may still open after it was revoked by another process. */
const TTL_MS = 5_000;
/** More of what was never a key than this do not wait for their look. */
const STRANGERS = 1_000;
/** As precisely as the last use of a key is told. */
const TOUCH_EVERY_MS = 60_000;

/** What tells how much time passed; unlike a clock it is never set back, which would prolong a revoked key. */
interface Stopwatch {
  now(): number;
}

/**
 * A storm is thousands of webhooks with one key: it is looked up once in five seconds, those that ask
 * meanwhile share one look, and its use is written once a minute. What is not a key is never remembered,
 * and what was never seen to be one is looked up one at a time, so that guesses hold up no key in use.
 */
export function rememberedKeys(
  queries: KeyQueries,
  stopwatch: Stopwatch = performance,
): RememberedKeys {
  const apiKeys = remembered(queries.apiKey, stopwatch);
  const integrationKeys = remembered(queries.integrationKey, stopwatch);
  return {
    apiKey: apiKeys.look,
    integrationKey: integrationKeys.look,
    touchApiKey: onceAMinute(queries.touchApiKey, stopwatch),
    touchIntegrationKey: onceAMinute(queries.touchIntegrationKey, stopwatch),
    forget() {
      apiKeys.forget();
      integrationKeys.forget();
    },
  };
}

type Look<Key> = (hash: Uint8Array) => Promise<Key | null>;

/**
 * Looks are shared outside the cache: inside, those in flight would take room, and a flood of guesses
 * would push out and break off the look for a good key.
 */
function remembered<Key extends object>(look: Look<Key>, perf: Stopwatch) {
  const known = new LRUCache<string, Key>({ max: KEYS, ttl: TTL_MS, ttlResolution: 0, perf });
  /** What was a key at some time: only for whose look goes first, never for whether it opens. */
  const seen = new LRUCache<string, true>({ max: KEYS });
  const looking = new Map<string, Promise<Key | null>>();
  const lookInTurn = oneAtATime(look);

  return {
    look(hash: Uint8Array): Promise<Key | null> {
      const name = Buffer.from(hash).toString('base64');
      const found = known.get(name);
      if (found) return Promise.resolve(found);
      const shared = looking.get(name);
      if (shared) return shared;
      // Unless it was told to forget meanwhile: then what it finds may be from before the change.
      const isCurrent = () => looking.get(name) === running;
      const running = (seen.get(name) ? look(hash) : lookInTurn(hash))
        .then((key) => {
          if (key) seen.set(name, true);
          if (key && isCurrent()) known.set(name, key);
          return key;
        })
        .finally(() => {
          if (isCurrent()) looking.delete(name);
        });
      looking.set(name, running);
      return running;
    },
    forget() {
      known.clear();
      looking.clear();
    },
  };
}

/** Each waits for the one before; where too many wait, the next is told to come again. */
function oneAtATime<Key>(look: Look<Key>): Look<Key> {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return async (hash) => {
    if (waiting >= STRANGERS)
      throw new DomainError(
        'unavailable',
        'Too many keys wait to be looked up. Try again shortly.',
      );
    waiting += 1;
    const looked = last.then(() => look(hash));
    last = looked.catch(() => {});
    try {
      return await looked;
    } finally {
      waiting -= 1;
    }
  };
}

/** Also where it fails: a database that is away is not asked again by every request. */
function onceAMinute(
  touch: (id: string, at: number) => Promise<void>,
  perf: Stopwatch,
): (id: string, at: number) => Promise<void> {
  const touched = new LRUCache<string, true>({
    max: KEYS,
    ttl: TOUCH_EVERY_MS,
    ttlResolution: 0,
    perf,
  });
  return async (id, at) => {
    if (touched.has(id)) return;
    touched.set(id, true);
    await touch(id, at);
  };
}
