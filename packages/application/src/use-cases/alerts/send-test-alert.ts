import {
  type Actor,
  type AlertReport,
  computeFingerprint,
  makeLabels,
  type NumberedIncident,
  type Severity,
  TEST_SOURCE,
} from '@klaxon/domain';
import type { Clock } from '../../ports/clock.ts';
import type { Ids } from '../../ports/ids.ts';
import type { AlertQueries } from '../../queries/alert-queries.ts';
import type { IncidentQueries } from '../../queries/incident-queries.ts';
import type { IngestAlerts } from './ingest-alerts.ts';

export interface TestAlertTools {
  readonly ingestAlerts: IngestAlerts;
  readonly alerts: Pick<AlertQueries, 'latest'>;
  readonly incidents: Pick<IncidentQueries, 'get'>;
  readonly clock: Clock;
  readonly ids: Ids;
}

export interface WantedTestAlert {
  readonly actor: Actor;
  readonly service?: string;
  readonly severity?: Severity;
}

/** The service of test alerts that name none. */
export const TEST_SERVICE = 'klaxon-test';
const SEVERITY: Severity = 'low';

/**
 * Sends one alert the whole way that those of Alertmanager go, and answers the incident it came to. No
 * two test alerts are the same one; of one service they share an incident as long as it is unresolved.
 */
export function makeSendTestAlert({ ingestAlerts, alerts, incidents, clock, ids }: TestAlertTools) {
  return async ({
    actor,
    service = TEST_SERVICE,
    severity = SEVERITY,
  }: WantedTestAlert): Promise<NumberedIncident> => {
    const instance = `klaxon-test-${ids.next()}`;
    const labels = makeLabels([
      ['alertname', 'KlaxonTest'],
      ['service', service],
      ['severity', severity],
      ['instance', instance],
    ]);
    const fingerprint = computeFingerprint(labels);
    const report: AlertReport = {
      source: TEST_SOURCE,
      actor,
      sourceGroup: instance,
      status: 'firing',
      alerts: [
        {
          fingerprint,
          status: 'firing',
          startsAt: clock.now(),
          endsAt: null,
          severity,
          labels,
          annotations: makeLabels([
            ['summary', `Test alert of ${service}`],
            [
              'description',
              'Somebody sent this to see whether alerts get through. Nothing is wrong: resolve the incident.',
            ],
          ]),
          generatorUrl: null,
        },
      ],
    };
    await ingestAlerts({ report, rejected: [] });
    const incidentId = (await alerts.latest({ source: TEST_SOURCE, fingerprint }))?.incidentId;
    if (!incidentId) throw new TypeError(`the test alert ${fingerprint} has no incident`);
    return (await incidents.get(incidentId)).incident;
  };
}
