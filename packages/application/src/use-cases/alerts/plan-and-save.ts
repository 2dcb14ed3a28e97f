import {
  type Delivery,
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
import type { IngestTransaction, SnapshotRequest } from '../../ports/ingest-store.ts';
import type { Job } from '../../ports/jobs.ts';
import { inTurns } from '../../shared/in-turns.ts';
import { announcements } from './announcements.ts';

export interface PlanningTools {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly policy: IngestPolicy;
}

/** Load, decide, write: the one way by which alerts change incidents. */
export async function planAndSave(
  tx: IngestTransaction,
  reported: readonly Delivery[],
  rejected: readonly RejectedAlert[],
  { clock, ids, policy }: PlanningTools,
): Promise<IngestPlan> {
  const { deliveries, refused } = await kept(tx, reported, policy);
  const snapshot = await tx.load(snapshotRequest(deliveries, policy));
  const now = clock.now();
  const plan = await inTurns(
    planIngestInSteps(snapshot, deliveries, now, policy, () => ids.next()),
  );
  const changed = [...plan.newIncidents, ...plan.changedIncidents.map((change) => change.incident)];
  const after = new Map(changed.map((incident) => [incident.id, incident]));
  const jobs: Job[] = [...announcements(plan.events, after)];
  if (plan.settleAt !== null)
    jobs.push({
      name: 'settle_alerts',
      payload: {},
      after: plan.settleAt - now,
      key: `settle:${plan.settleAt}`,
    });
  const unheeded = refused.map((one) => ({ ...noted(one), id: ids.next(), receivedAt: now }));
  await tx.save(plan, [...rejected, ...unheeded], jobs, heardServices(deliveries, plan));
  return plan;
}

async function kept(
  tx: IngestTransaction,
  deliveries: readonly Delivery[],
  { groupBy }: IngestPolicy,
): Promise<KeptToTeam> {
  const request = ownersRequest(deliveries);
  if (request === null) return { deliveries, refused: [] };
  return keepToTeam(deliveries, await tx.owners(request), groupBy);
}

function noted({ sender, alert }: KeptToTeam['refused'][number]) {
  return {
    source: 'integration',
    path: '',
    reason: `The integration ${sender} says that this alert is over. It is of a service of another team, whose incident that changes nothing of.`,
    raw: JSON.stringify(alert),
  };
}

function snapshotRequest(deliveries: readonly Delivery[], policy: IngestPolicy): SnapshotRequest {
  const alerts = deliveries.flatMap((delivery) => delivery.alerts);
  const resolved = deliveries.filter((delivery) => delivery.status === 'resolved');
  return {
    fingerprints: unique(alerts.map((alert) => alert.fingerprint)),
    groupKeys: unique(alerts.map((alert) => groupKey(alert, policy.groupBy))),
    resolvedSourceGroups: unique(resolved.flatMap((delivery) => delivery.sourceGroup ?? [])),
  };
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}
