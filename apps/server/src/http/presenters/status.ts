import type { SystemStatus } from '@klaxon/contracts';
import type { SystemStatus as Status } from '@klaxon/domain';
import { presentNullableTime } from './time.ts';

export function presentStatus(status: Status): SystemStatus {
  return {
    problems: status.problems.map(({ kind, severity, message, since, link }) => ({
      kind,
      severity,
      message,
      since: presentNullableTime(since),
      link,
    })),
    setup: status.setup.map(({ step, done, at }) => ({ step, done, at: presentNullableTime(at) })),
    open_incidents: status.openIncidents,
    acknowledged_incidents: status.acknowledgedIncidents,
  };
}
