import { DAY } from '@klaxon/domain';
import type { ChangeDeps } from '../../shared/change-deps.ts';

const KEPT = 10_000;
const KEPT_FOR = 30 * DAY;
/** In one transaction, so that none is long. */
const BATCH = 5_000;

/** Forgets rejected alerts that are old, or too many: whoever sends them can send any number. */
export function makePruneRejectedAlerts({
  unitOfWork,
  clock,
}: Pick<ChangeDeps, 'unitOfWork' | 'clock'>) {
  return async (): Promise<void> => {
    const wanted = { before: clock.now() - KEPT_FOR, keep: KEPT, limit: BATCH };
    let deleted: number;
    do {
      deleted = await unitOfWork.run((tx) => tx.alerts.deleteRejected(wanted));
    } while (deleted >= BATCH);
  };
}
