import type { IntegrationPrincipal } from '../access/principal.ts';
import { makeLabels } from '../alert/labels.ts';
import type { Delivery, IngestPlan } from './ingest-plan.ts';

const SERVICE = 'service';
/** The longest name that a service can be registered under. */
const NAME_LIMIT = 255;

/** A service that nobody has set up yet, and the team that it belongs to from now on. */
export interface HeardService {
  readonly name: string;
  readonly teamId: string;
}

/**
 * A report with what its integration adds: the service of alerts that name none, and whose its services
 * are. Fingerprints stay as the source gave them, so an alert is the same one whatever is added.
 */
export function throughIntegration(
  delivery: Delivery,
  { name, service, teamId }: IntegrationPrincipal,
): Delivery {
  const alerts =
    service === null
      ? delivery.alerts
      : delivery.alerts.map((alert) =>
          alert.labels[SERVICE]
            ? alert
            : {
                ...alert,
                labels: makeLabels([...Object.entries(alert.labels), [SERVICE, service]]),
              },
        );
  const actor = { kind: 'integration', id: name } as const;
  return { ...delivery, actor, alerts, ...(teamId !== null && { teamId }) };
}

/** The services of alerts that are new, where they came through an integration of a team. */
export function heardServices(
  deliveries: readonly Delivery[],
  { newAlerts }: Pick<IngestPlan, 'newAlerts'>,
): readonly HeardService[] {
  if (newAlerts.length === 0) return [];
  const isNew = new Set(newAlerts.map(({ state }) => state.fingerprint));
  const heard = new Map<string, string>();
  for (const { teamId, alerts } of deliveries) {
    if (teamId === undefined) continue;
    for (const { fingerprint, labels } of alerts) {
      const name = labels[SERVICE];
      if (!name || [...name].length > NAME_LIMIT || !isNew.has(fingerprint)) continue;
      if (!heard.has(name)) heard.set(name, teamId);
    }
  }
  return [...heard].map(([name, teamId]) => ({ name, teamId }));
}
