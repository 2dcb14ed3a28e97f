import type { HealthCheck } from '@klaxon/application';
import type { Readiness } from '@klaxon/contracts';

/** What decides. Anybody may ask, so how other systems fare is told elsewhere, to those who sign in. */
export function presentReadiness(checks: readonly HealthCheck[]): Readiness {
  const required = checks.filter((check) => check.required);
  return {
    status: required.every(({ ok }) => ok) ? 'ready' : 'not_ready',
    checks: required.map(({ name, ok, detail }) => ({ name, ok, detail })),
  };
}
