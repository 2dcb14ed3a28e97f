import type { Delivery, IncomingAlert } from '@klaxon/domain';
import { incomingAlert } from './incoming-alert.ts';

export const SOURCE_GROUP = '{}:{service="api"}';

/** A webhook of Alertmanager. Its status follows from its alerts unless given. */
export function delivery(
  alerts: readonly IncomingAlert[] = [incomingAlert()],
  overrides: Partial<Omit<Delivery, 'alerts'>> = {},
): Delivery {
  const status = alerts.some((alert) => alert.status === 'firing') ? 'firing' : 'resolved';
  return {
    actor: { kind: 'integration', id: 'alertmanager' },
    sourceGroup: SOURCE_GROUP,
    status,
    ...overrides,
    alerts,
  };
}
