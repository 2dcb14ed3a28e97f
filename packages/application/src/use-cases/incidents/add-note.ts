import type { NumberedIncident } from '@klaxon/domain';
import { type ChangeRequest, changeIncident, type IncidentTools } from './change-incident.ts';

/** A note may be added to any incident, resolved ones too: that is where post-mortems begin. */
export function makeAddNote(tools: IncidentTools) {
  return (request: ChangeRequest & { readonly text: string }): Promise<NumberedIncident> =>
    changeIncident(tools, request, () => [
      { type: 'note_added', data: { text: request.text }, reason: 'Note added.' },
    ]);
}
