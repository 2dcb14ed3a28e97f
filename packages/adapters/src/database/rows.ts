import {
  type Actor,
  type AlertStatus,
  DELIVERY_STATUSES,
  type DeliveryStatus,
  INCIDENT_STATUSES,
  type IncidentStatus,
  type Instant,
  type Labels,
  makeLabels,
  type Resolution,
  SEVERITIES,
  type Severity,
} from '@klaxon/domain';

/*
 * Columns to values of the domain. The database's own constraints promise what these expect; where one
 * is broken the row is corrupt, and the error says which.
 */

export function severityFrom(text: string): Severity {
  return oneOf(SEVERITIES, text, 'severity');
}

export function incidentStatusFrom(text: string): IncidentStatus {
  return oneOf(INCIDENT_STATUSES, text, 'status');
}

export function alertStatusFrom(text: string): AlertStatus {
  return oneOf(['firing', 'resolved'] as const, text, 'status');
}

export function resolutionFrom(text: string | null): Resolution {
  return oneOf(['alerts', 'person', 'merged'] as const, text ?? '', 'resolution');
}

export function deliveryStatusFrom(text: string): DeliveryStatus {
  return oneOf(DELIVERY_STATUSES, text, 'status');
}

export function labelsFrom(json: unknown): Labels {
  if (typeof json !== 'object' || json === null) return makeLabels([]);
  return makeLabels(Object.entries(json).map(([name, value]) => [name, String(value)] as const));
}

export function actorFrom(kind: string, id: string | null): Actor {
  if ((kind === 'person' || kind === 'integration') && id !== null) return { kind, id };
  return { kind: 'system', id: null };
}

export function instantFrom(date: Date | null): Instant | null {
  return date === null ? null : date.getTime();
}

export function present<T>(value: T | null | undefined, column: string): T {
  if (value === null || value === undefined)
    throw new TypeError(`corrupt row: ${column} is missing`);
  return value;
}

function oneOf<const T extends string>(allowed: readonly T[], text: string, column: string): T {
  const found = allowed.find((value) => value === text);
  if (found === undefined) throw new TypeError(`corrupt row: ${column} is ${JSON.stringify(text)}`);
  return found;
}
