import type { HealthCheck } from '@klaxon/application';
import type { Readiness } from '@klaxon/contracts';

/** Only the required checks decide; the others are there to be read. */
export function presentReadiness(checks: readonly HealthCheck[]): Readiness {
  const ready = checks.every(({ required, ok }) => ok || !required);
  return { status: ready ? 'ready' : 'not_ready', checks: [...checks] };
}
