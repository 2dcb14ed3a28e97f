import type { AlertReport, IncomingAlert } from '@klaxon/domain';
import { HOUR, MINUTE, SECOND } from '@klaxon/domain';
import fc from 'fast-check';
import { alertReport } from '../builders/alert-report.ts';
import { incomingAlert } from '../builders/incoming-alert.ts';
import { START } from '../movable-clock.ts';

/** What happens to a store: reports in any order and any company, people, and clocks that run both ways. */
export type Step =
  | { readonly kind: 'deliver'; readonly deliveries: readonly AlertReport[] }
  | { readonly kind: 'wait'; readonly by: number }
  | { readonly kind: 'acknowledge' | 'resolve' | 'reopen'; readonly incident: number }
  | { readonly kind: 'merge'; readonly incident: number; readonly into: number }
  | { readonly kind: 'settle' }
  | { readonly kind: 'mark-stale' };

const ALERTS: readonly IncomingAlert[] = [
  incomingAlert({ labels: { service: 'api', instance: 'a', severity: 'low' } }),
  incomingAlert({ labels: { service: 'api', instance: 'b', severity: 'critical' } }),
  incomingAlert({ labels: { service: 'api', instance: 'c', severity: undefined } }),
  incomingAlert({ labels: { service: 'web', instance: 'a' } }),
  incomingAlert({ labels: { service: 'web', instance: 'b' } }),
  incomingAlert({ labels: { service: undefined, alertname: undefined } }),
];

/** Every alert belongs to one group of its source, as it does in Alertmanager. */
const SOURCE_GROUPS: readonly (readonly IncomingAlert[])[] = [
  ALERTS.slice(0, 2),
  ALERTS.slice(2, 5),
  ALERTS.slice(5),
];

const report = (alerts: readonly IncomingAlert[]): fc.Arbitrary<IncomingAlert> =>
  fc
    .record({
      alert: fc.constantFrom(...alerts),
      status: fc.constantFrom('firing', 'resolved'),
      start: fc.integer({ min: -3, max: 3 }),
      lasted: fc.constantFrom(0, 30 * SECOND, 20 * MINUTE),
    })
    .map(({ alert, status, start, lasted }): IncomingAlert => {
      const startsAt = START + start * 10 * MINUTE;
      return status === 'firing'
        ? { ...alert, status: 'firing', startsAt, endsAt: null }
        : { ...alert, status: 'resolved', startsAt, endsAt: startsAt + lasted };
    });

const anyDelivery: fc.Arbitrary<AlertReport> = fc
  .integer({ min: 0, max: SOURCE_GROUPS.length - 1 })
  .chain((group) =>
    fc.record({
      alerts: fc.array(report(SOURCE_GROUPS[group] ?? []), { minLength: 1, maxLength: 4 }),
      sourceGroup: fc.constantFrom(`group-${group}`, `group-${group}`, null),
      contradicted: fc.constantFrom(false, false, false, true),
    }),
  )
  .map(({ alerts, sourceGroup, contradicted }) => {
    const made = alertReport(alerts, { sourceGroup });
    return contradicted
      ? { ...made, status: made.status === 'firing' ? 'resolved' : 'firing' }
      : made;
  });

const which = fc.nat({ max: 9 });

export const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('deliver'),
      deliveries: fc.array(anyDelivery, { minLength: 1, maxLength: 3 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('wait'),
      by: fc.constantFrom(1, 30 * SECOND, MINUTE, 6 * MINUTE, HOUR, -SECOND, -7 * MINUTE),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom('acknowledge', 'resolve', 'reopen'),
      incident: which,
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('merge'), incident: which, into: which }) },
  { weight: 2, arbitrary: fc.constantFrom<Step[]>({ kind: 'settle' }, { kind: 'mark-stale' }) },
);

/** How a stream ends: a status for every alert, and their payloads in any order, some of them again. */
export const anyEnding = fc
  .array(fc.constantFrom('firing', 'resolved'), {
    minLength: ALERTS.length,
    maxLength: ALERTS.length,
  })
  .map(
    (statuses) =>
      new Map(
        ALERTS.map((alert, index) => [alert.fingerprint, statuses[index] ?? 'firing'] as const),
      ),
  )
  .chain((statuses) => {
    const startsAt = START + HOUR;
    const payloads = SOURCE_GROUPS.map((alerts, group) =>
      alertReport(
        alerts.map((alert): IncomingAlert => {
          const status = statuses.get(alert.fingerprint) ?? 'firing';
          return {
            ...alert,
            status,
            startsAt,
            endsAt: status === 'firing' ? null : startsAt + MINUTE,
          };
        }),
        { sourceGroup: `group-${group}` },
      ),
    );
    const order = fc.shuffledSubarray([...payloads, ...payloads], {
      minLength: payloads.length * 2,
    });
    return fc.record({ statuses: fc.constant(statuses), payloads: order });
  });
