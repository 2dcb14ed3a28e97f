import type { Labels } from '../alert/labels.ts';

export const SERVICE = 'service';
export const DEFAULT_GROUP_BY: readonly string[] = [SERVICE, 'instance', 'alertname'];

/**
 * Alerts with equal group keys belong to one incident. The key is the first label present, with its
 * name, so that a service and an instance of the same name stay apart; else the alert stands alone. Before it stands
 * the team within which it is grouped, with a sign that no name of a label has.
 */
export function groupKey(
  alert: { fingerprint: string; labels: Labels; within?: string },
  groupBy: readonly string[],
): string {
  const key = keyOfLabels(alert, groupBy);
  return alert.within === undefined ? key : `@${alert.within} ${key}`;
}

function keyOfLabels(
  alert: { fingerprint: string; labels: Labels },
  groupBy: readonly string[],
): string {
  for (const name of groupBy) {
    const value = alert.labels[name];
    if (value) return `${name}=${value}`;
  }
  return `fingerprint=${alert.fingerprint}`;
}
