import { endSnooze, type Instant, type NumberedIncident, namedActor, snooze } from '@klaxon/domain';
import type { ChangeDeps } from '../../shared/change-deps.ts';
import { type ChangeInput, changeIncident } from './change-incident.ts';

/**
 * Quiet until an instant; null ends the quiet at once.
 *
 * @throws DomainError `conflict` when the incident is resolved, `invalid` for an instant that is past
 */
export function makeSnoozeIncident(deps: ChangeDeps) {
  return async (
    input: ChangeInput & { readonly until: Instant | null },
  ): Promise<NumberedIncident> => {
    const { until } = input;
    const by = namedActor(input.actor).name;
    return changeIncident(deps, input, (incident, now) =>
      until === null ? endSnooze(incident, `Woken by ${by}.`) : snooze(incident, until, now),
    );
  };
}
