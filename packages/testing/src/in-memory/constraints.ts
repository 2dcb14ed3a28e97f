import type { AlertState, Incident } from '@klaxon/domain';

/** What the database's check constraints refuse, by the constraint's name. */
export function checkIncident(incident: Incident): void {
  const { createdAt, updatedAt } = incident;
  const ackedAt = incident.status === 'open' ? null : incident.ackedAt;
  const resolvedAt = incident.status === 'resolved' ? incident.resolvedAt : null;
  const ordered =
    createdAt <= updatedAt &&
    (ackedAt === null || ackedAt >= createdAt) &&
    (resolvedAt === null || (ackedAt !== null && resolvedAt >= ackedAt));
  if (!ordered) refuse('incidents_timestamps_check', incident);
  const merged = incident.status === 'resolved' && incident.resolution === 'merged';
  if (incident.status === 'resolved' && incident.mergedIntoId !== null && !merged)
    refuse('incidents_merged_check', incident);
  if ([...incident.title].length > 500) refuse('title VARCHAR(500)', incident);
}

export function checkAlert(alert: AlertState): void {
  if (alert.endsAt !== null && alert.startsAt > alert.endsAt)
    refuse('alerts_timestamps_check', alert);
  if (!alert.latest && (alert.status !== 'resolved' || alert.unconfirmedSince !== null))
    refuse('alerts_latest_check', alert);
  if (alert.unconfirmedSince !== null && alert.status !== 'resolved')
    refuse('alerts_unconfirmed_check', alert);
}

function refuse(constraint: string, row: unknown): never {
  throw new TypeError(`${constraint} refuses ${JSON.stringify(row)}`);
}
