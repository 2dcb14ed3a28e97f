import {
  type AlertIdentity,
  type AlertReport,
  alertKey,
  groupKey,
  heardServices,
  type IngestPlan,
  type IngestPolicy,
  type KeptToTeam,
  keepToTeam,
  ownersRequest,
  planIngestInSteps,
  type RejectedAlert,
} from '@klaxon/domain';
import type { Clock } from '../../ports/clock.ts';
import type { Ids } from '../../ports/ids.ts';
import type { IngestTransaction, SnapshotRequest, SourceGroup } from '../../ports/ingest-store.ts';
import type { Job } from '../../ports/jobs.ts';
import { inTurns } from '../../shared/in-turns.ts';
import { followUps } from '../notifications/follow-ups.ts';

export interface PlanningTools {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly policy: IngestPolicy;
}

/** Load, decide, write: the one way by which alerts change incidents. */
export async function planAndSave(
  tx: IngestTransaction,
  reported: readonly AlertReport[],
  rejected: readonly RejectedAlert[],
  { clock, ids, policy }: PlanningTools,
): Promise<IngestPlan> {
  const { reports, refused } = await kept(tx, reported, policy);
  const snapshot = await tx.load(snapshotRequest(reports, policy));
  const now = clock.now();
  const plan = await inTurns(planIngestInSteps(snapshot, reports, now, policy, () => ids.next()));
  const changed = [...plan.newIncidents, ...plan.changedIncidents.map((change) => change.incident)];
  const after = new Map(changed.map((incident) => [incident.id, incident]));
  const jobs: Job[] = [...followUps(plan.events, after)];
  if (plan.settleAt !== null)
    jobs.push({
      name: 'settle_alerts',
      payload: {},
      after: plan.settleAt - now,
      key: `settle:${plan.settleAt}`,
    });
  const unheeded = refused.map((one) => ({ ...noted(one), id: ids.next(), receivedAt: now }));
  await tx.save(plan, [...rejected, ...unheeded], jobs, heardServices(reports, plan));
  return plan;
}

async function kept(
  tx: IngestTransaction,
  reports: readonly AlertReport[],
  { groupBy }: IngestPolicy,
): Promise<KeptToTeam> {
  const request = ownersRequest(reports);
  if (request === null) return { reports, refused: [] };
  return keepToTeam(reports, await tx.owners(request), groupBy);
}

function noted({ sender, alert }: KeptToTeam['refused'][number]) {
  return {
    source: 'integration',
    path: '',
    reason: `The integration ${sender} says that this alert is over. It is of a service of another team, whose incident that changes nothing of.`,
    raw: JSON.stringify(alert),
  };
}

function snapshotRequest(reports: readonly AlertReport[], policy: IngestPolicy): SnapshotRequest {
  const alerts = new Map<string, AlertIdentity>();
  const groupKeys = new Set<string>();
  const resolvedSourceGroups = new Map<string, SourceGroup>();
  for (const { source, status, sourceGroup, alerts: reported } of reports) {
    for (const alert of reported) {
      const identity = { source, fingerprint: alert.fingerprint };
      alerts.set(alertKey(identity), identity);
      groupKeys.add(groupKey(alert, policy.groupBy));
    }
    if (status === 'resolved' && sourceGroup !== null)
      resolvedSourceGroups.set(`${source} ${sourceGroup}`, { source, name: sourceGroup });
  }
  return {
    alerts: [...alerts.values()],
    groupKeys: [...groupKeys],
    resolvedSourceGroups: [...resolvedSourceGroups.values()],
  };
}
