import type { components } from '@klaxon/sdk';

export type Severity = components['schemas']['Severity'];

/** The worst first. */
export const SEVERITIES: readonly Severity[] = ['critical', 'high', 'medium', 'low'];

export function isSeverity(text: string | null): text is Severity {
  return SEVERITIES.some((severity) => severity === text);
}
