/**
 * Advisory lock that makes alert transactions take turns. One at a time costs little, because waiting
 * payloads are combined into the next, and it is what lets a plan hold until it is written.
 */
export const INGEST_LOCK = 4_803_920_001;

/** Makes processes that find no key to sign with take turns, so that they end up with one. */
export const SIGNING_KEYS_LOCK = 4_803_920_003;
