import type { AlertReport, IncomingAlert } from '@klaxon/domain';
import { incomingAlert } from './incoming-alert.ts';

export const SOURCE_GROUP = '{}:{service="api"}';

/** A webhook of Alertmanager. Its status follows from its alerts unless given. */
export function alertReport(
  alerts: readonly IncomingAlert[] = [incomingAlert()],
  overrides: Partial<Omit<AlertReport, 'alerts'>> = {},
): AlertReport {
  const status = alerts.some((alert) => alert.status === 'firing') ? 'firing' : 'resolved';
  return {
    source: 'alertmanager',
    actor: { kind: 'integration', id: 'alertmanager' },
    sourceGroup: SOURCE_GROUP,
    status,
    ...overrides,
    alerts,
  };
}
