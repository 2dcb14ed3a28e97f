import { DEFAULT_GROUP_BY, HOUR, type IngestPolicy, MINUTE } from '@klaxon/domain';

/** The policy that Klaxon has when nothing is configured. */
export function ingestPolicy(overrides: Partial<IngestPolicy> = {}): IngestPolicy {
  return {
    groupBy: DEFAULT_GROUP_BY,
    autoResolve: true,
    flapWindow: 5 * MINUTE,
    reopenAfter: HOUR,
    confirmAfter: MINUTE,
    touchEvery: MINUTE,
    ...overrides,
  };
}
