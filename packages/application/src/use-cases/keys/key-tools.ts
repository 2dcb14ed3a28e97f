import { type Instant, invalid } from '@klaxon/domain';
import type { BearerSecrets } from '../../ports/bearer-secrets.ts';
import type { ChangeDeps } from '../../shared/change-deps.ts';

export interface KeyDeps extends ChangeDeps {
  readonly secrets: BearerSecrets;
}

/** A key as it was made: shown now and never again. */
export interface NewKey {
  readonly id: string;
  readonly key: string;
}

/** How much of a key is shown: enough to tell it from others. */
export function shownPart(key: string): string {
  return key.slice(0, 12);
}

/** @throws DomainError `invalid` (path `expires_at`) */
export function expectFuture(expiresAt: Instant | null, now: Instant): void {
  if (expiresAt !== null && expiresAt <= now) throw invalid('expires_at', 'must be in the future');
}
