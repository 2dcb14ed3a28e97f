import { type Instant, MINUTE } from '@klaxon/domain';
import type { Clock } from '../../ports/clock.ts';
import type { IngestAlerts } from './ingest-alerts.ts';

interface RefusedAlerts {
  readonly source: string;
  /** Who sent them, as far as that is known. */
  readonly address: string;
  readonly reason: string;
}

export type KeepRefusedAlerts = (refused: RefusedAlerts) => Promise<void>;

/** Anybody can have alerts refused as often as they like. */
const KEPT_EVERY = MINUTE;

/**
 * Keeps word of alerts whose sender may not send any, once a minute: the sender drops them for good and
 * says nothing, so it is here that it shows.
 */
export function makeKeepRefusedAlerts(ingestAlerts: IngestAlerts, clock: Clock): KeepRefusedAlerts {
  let keptAt: Instant | null = null;
  return async ({ source, address, reason }) => {
    const now = clock.now();
    if (keptAt !== null && now >= keptAt && now - keptAt < KEPT_EVERY) return;
    keptAt = now;
    const why = `Alerts from ${address} were refused: ${reason}`;
    const actor = { kind: 'integration', id: source } as const;
    try {
      await ingestAlerts({
        report: { source, actor, sourceGroup: null, status: 'firing', alerts: [] },
        rejected: [{ source, path: '', reason: why, raw: '' }],
      });
    } catch (error) {
      keptAt = null;
      throw error;
    }
  };
}
