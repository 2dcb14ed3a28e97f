import type {
  AlertQueries,
  AlertSource,
  Health,
  IncidentQueries,
  IngestAlerts,
  MetricsQueries,
  makeAcknowledgeIncident,
  makeAddNote,
  makeCreateIncident,
  makeEditIncident,
  makeMergeIncidents,
  makeReopenIncident,
  makeResolveIncident,
  makeSnoozeIncident,
} from '@klaxon/application';

/** All that the routes can call, filled by composition/. */
export interface UseCases {
  readonly ingestAlerts: IngestAlerts;
  readonly alertmanager: AlertSource;
  readonly createIncident: ReturnType<typeof makeCreateIncident>;
  readonly acknowledgeIncident: ReturnType<typeof makeAcknowledgeIncident>;
  readonly resolveIncident: ReturnType<typeof makeResolveIncident>;
  readonly reopenIncident: ReturnType<typeof makeReopenIncident>;
  readonly editIncident: ReturnType<typeof makeEditIncident>;
  readonly addNote: ReturnType<typeof makeAddNote>;
  readonly snoozeIncident: ReturnType<typeof makeSnoozeIncident>;
  readonly mergeIncidents: ReturnType<typeof makeMergeIncidents>;
  readonly incidents: IncidentQueries;
  readonly alerts: AlertQueries;
  readonly metrics: MetricsQueries;
  readonly health: Health;
}
