import type { KnownPrincipal } from '@klaxon/domain';

/** Who asks for something, and by which request: for the audit log. */
export interface Caller {
  readonly principal: KnownPrincipal;
  readonly requestId: string | null;
  /** The address that the request came from. */
  readonly address: string | null;
}

/** What every audited change is asked for with. */
export interface ByCaller {
  readonly actor: Caller;
}
