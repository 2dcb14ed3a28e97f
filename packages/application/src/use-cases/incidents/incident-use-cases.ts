import type { IncidentQueries } from '../../queries/incident-queries.ts';
import type { PersonNames } from '../../queries/person-names.ts';
import { makeAcknowledgeIncident } from './acknowledge-incident.ts';
import { makeAddNote } from './add-note.ts';
import type { AssigningDeps } from './assignee.ts';
import { makeCreateIncident } from './create-incident.ts';
import { makeEditIncident } from './edit-incident.ts';
import { makeMergeIncidents } from './merge-incidents.ts';
import { makeReopenIncident } from './reopen-incident.ts';
import { makeResolveIncident } from './resolve-incident.ts';
import { makeSnoozeIncident } from './snooze-incident.ts';

export interface IncidentDeps extends AssigningDeps {
  readonly queries: IncidentQueries;
  readonly personNames: PersonNames;
}

/** What people do with incidents. */
export function incidentUseCases(deps: IncidentDeps) {
  return {
    queries: deps.queries,
    personNames: deps.personNames,
    createIncident: makeCreateIncident(deps),
    acknowledgeIncident: makeAcknowledgeIncident(deps),
    resolveIncident: makeResolveIncident(deps),
    reopenIncident: makeReopenIncident(deps),
    editIncident: makeEditIncident(deps),
    addNote: makeAddNote(deps),
    snoozeIncident: makeSnoozeIncident(deps),
    mergeIncidents: makeMergeIncidents(deps),
  };
}

export type IncidentUseCases = ReturnType<typeof incidentUseCases>;
