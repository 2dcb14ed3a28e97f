import type { Labels } from '../alert/labels.ts';

export const DEFAULT_GROUP_BY: readonly string[] = ['service', 'instance', 'alertname'];

/**
 * Alerts with equal group keys belong to one incident. The key is the first label present, with its
 * name, so that a service and an instance of the same name stay apart; else the alert stands alone.
 */
export function groupKey(
  alert: { fingerprint: string; labels: Labels },
  groupBy: readonly string[],
): string {
  for (const name of groupBy) {
    const value = alert.labels[name];
    if (value) return `${name}=${value}`;
  }
  return `fingerprint=${alert.fingerprint}`;
}
