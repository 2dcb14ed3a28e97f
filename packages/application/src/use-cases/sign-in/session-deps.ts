import type { SessionPolicy } from '@klaxon/domain';
import type { BearerSecrets } from '../../ports/bearer-secrets.ts';
import type { SignInPlace } from '../../ports/known-places.ts';
import type { ChangeDeps } from '../../shared/change-deps.ts';

export interface SessionDeps extends ChangeDeps {
  readonly secrets: BearerSecrets;
  readonly policy: SessionPolicy;
}

/** Where somebody signs in. */
export interface Device extends SignInPlace {
  readonly userAgent: string | null;
  readonly requestId: string | null;
}
