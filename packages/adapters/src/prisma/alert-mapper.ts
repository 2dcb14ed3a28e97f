import type { Alert } from '@klaxon/domain';
import { alertStatusFrom, instantFrom, labelsFrom, severityFrom } from '../database/rows.ts';
import type { AlertModel } from './generated/models.ts';

export function alertFrom(row: AlertModel): Alert {
  return {
    id: row.id,
    source: row.source,
    fingerprint: row.fingerprint,
    latest: row.latest,
    status: alertStatusFrom(row.status),
    startsAt: row.startsAt.getTime(),
    endsAt: instantFrom(row.endsAt),
    severity: severityFrom(row.severity),
    incidentId: row.incidentId,
    sourceGroup: row.sourceGroup,
    statusChangedAt: row.statusChangedAt.getTime(),
    lastSeenAt: row.lastSeenAt.getTime(),
    unconfirmedSince: instantFrom(row.unconfirmedSince),
    labels: labelsFrom(row.labels),
    annotations: labelsFrom(row.annotations),
    generatorUrl: row.generatorUrl,
    createdAt: row.createdAt.getTime(),
  };
}
