import type { IngestPolicy } from '@klaxon/domain';
import type { AlertSource } from '../../ports/alert-source.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Ids } from '../../ports/ids.ts';
import type { IngestStore } from '../../ports/ingest-store.ts';
import type { AlertQueries } from '../../queries/alert-queries.ts';
import type { IncidentQueries } from '../../queries/incident-queries.ts';
import { makeIngestAlerts } from './ingest-alerts.ts';
import { makeReceiveReport } from './receive-report.ts';
import { makeSendTestAlert } from './send-test-alert.ts';

export interface AlertDeps {
  readonly store: IngestStore;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly policy: IngestPolicy;
  readonly sources: { readonly alertmanager: AlertSource };
  readonly queries: AlertQueries;
  readonly incidents: Pick<IncidentQueries, 'get'>;
}

/** How alerts are taken in and looked at. */
export function alertUseCases(deps: AlertDeps) {
  const { store, clock, queries, sources } = deps;
  const ingestAlerts = makeIngestAlerts(store, deps);
  return {
    queries,
    sources,
    receiveReport: makeReceiveReport(ingestAlerts, clock),
    sendTestAlert: makeSendTestAlert({ ...deps, ingestAlerts, alerts: queries }),
  };
}

export type AlertUseCases = ReturnType<typeof alertUseCases>;
