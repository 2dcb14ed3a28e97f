import type { NumberedIncident } from '@klaxon/domain';
import type { ChangeDeps } from '../../shared/change-deps.ts';
import { type ChangeInput, changeIncident } from './change-incident.ts';

/** A note may be added to any incident, resolved ones too: that is where post-mortems begin. */
export function makeAddNote(deps: ChangeDeps) {
  return (input: ChangeInput & { readonly text: string }): Promise<NumberedIncident> =>
    changeIncident(deps, input, () => [
      { type: 'note_added', data: { text: input.text }, reason: 'Note added.' },
    ]);
}
