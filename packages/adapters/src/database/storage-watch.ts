import type { Clock, IngestStore } from '@klaxon/application';
import { DomainError, type Instant, MINUTE } from '@klaxon/domain';

/** What keeps alerts from being stored. */
interface StorageTrouble {
  readonly reason: string;
  readonly since: Instant;
}

export interface StorageWatch {
  /** The same store, whose failures and successes are noted. */
  watched(store: IngestStore): IngestStore;
  /** Null where the last alerts were stored, or none were refused lately. */
  trouble(): StorageTrouble | null;
}

/** A sender that was refused comes again within this time; without one, nobody knows whether it still is so. */
const FORGOTTEN_AFTER = MINUTE;
const TOLD_EVERY = MINUTE;

/** Notes whether alerts can be stored, by what becomes of them. */
export function storageWatch(clock: Clock, warn: (message: string) => void): StorageWatch {
  let trouble: StorageTrouble | null = null;
  let failedAt = 0;
  let toldAt = Number.NEGATIVE_INFINITY;

  function failed(error: unknown): void {
    if (!(error instanceof DomainError) || error.kind !== 'unavailable') return;
    failedAt = clock.now();
    trouble = { reason: error.message, since: trouble?.since ?? failedAt };
    if (failedAt - toldAt < TOLD_EVERY) return;
    toldAt = failedAt;
    warn(`alerts cannot be stored, and their senders are asked to come again: ${error.message}`);
  }

  return {
    watched: (store) => ({
      async run(work) {
        try {
          const result = await store.run(work);
          trouble = null;
          return result;
        } catch (error) {
          failed(error);
          throw error;
        }
      },
    }),
    trouble: () => (trouble && clock.now() - failedAt < FORGOTTEN_AFTER ? trouble : null),
  };
}
