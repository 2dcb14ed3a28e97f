import {
  computeFingerprint,
  type IncomingAlert,
  MINUTE,
  makeLabels,
  severityFromLabel,
} from '@klaxon/domain';
import { START } from '../movable-clock.ts';

export type AlertOverrides = Partial<Omit<IncomingAlert, 'labels' | 'annotations'>> & {
  /** Added to the labels of the example; undefined takes one away. */
  readonly labels?: Readonly<Record<string, string | undefined>>;
  readonly annotations?: Readonly<Record<string, string>>;
};

/** A firing alert of the service `api`. Its fingerprint and severity follow from its labels unless given. */
export function incomingAlert(overrides: AlertOverrides = {}): IncomingAlert {
  const wanted = {
    alertname: 'HighLatency',
    service: 'api',
    severity: 'high',
    ...overrides.labels,
  };
  const labels = makeLabels(
    Object.entries(wanted).flatMap(([name, value]): [string, string][] =>
      value === undefined ? [] : [[name, value]],
    ),
  );
  const startsAt = overrides.startsAt ?? START - MINUTE;
  const status = overrides.status ?? 'firing';
  return {
    fingerprint: computeFingerprint(labels),
    severity: severityFromLabel(labels['severity']),
    generatorUrl: 'http://prometheus.test/graph',
    ...overrides,
    status,
    startsAt,
    endsAt: overrides.endsAt ?? (status === 'firing' ? null : startsAt + MINUTE),
    labels,
    annotations: makeLabels(
      Object.entries(overrides.annotations ?? { summary: 'Latency is high' }),
    ),
  };
}

/** The same alert, ended. */
export function resolvedAlert(
  alert: IncomingAlert,
  endsAt = alert.startsAt + MINUTE,
): IncomingAlert {
  return { ...alert, status: 'resolved', endsAt };
}
