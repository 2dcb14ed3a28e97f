import type { IngestTransaction, SnapshotRequest } from '@klaxon/application';
import {
  type AlertIdentity,
  type DecidedChange,
  type Incident,
  type IngestSnapshot,
  merge,
  momentOf,
  recordChanges,
} from '@klaxon/domain';
import { alertReport } from '../builders/alert-report.ts';
import { incomingAlert } from '../builders/incoming-alert.ts';
import { ALICE } from '../builders/people.ts';
import type { SuiteTools } from './store-subject.ts';

const NOTHING: SnapshotRequest = { alerts: [], groupKeys: [], resolvedSourceGroups: [] };

export interface IngestTools {
  run<T>(work: (tx: IngestTransaction) => Promise<T>): Promise<T>;
  load(request: Partial<SnapshotRequest>): Promise<IngestSnapshot>;
  /** Opens an incident for an alert of this service; answers its id. */
  openedFor(service: string): Promise<string>;
  /** A person's change of an incident, as a use case writes it. */
  change(id: string, decide: (incident: Incident) => readonly DecidedChange[]): Promise<Incident>;
  /** Ends one incident in another, as the use case does. */
  mergeInto(sourceId: string, targetId: string): Promise<void>;
}

/** What the tests of an ingest store do time and again, on the store of the test that runs. */
export function makeIngestTools(tools: () => SuiteTools): IngestTools {
  const run: IngestTools['run'] = (work) => tools().subject.ingestStore.run(work);
  const stamp = () => {
    const { clock, ids } = tools();
    return { actor: ALICE, at: clock.now(), newId: () => ids.next() };
  };
  return {
    run,
    load: (request) => run((tx) => tx.load({ ...NOTHING, ...request })),
    openedFor: async (service) => {
      const plan = await tools().ingest(alertReport([incomingAlert({ labels: { service } })]));
      return plan.newIncidents[0]?.id ?? '';
    },
    change: (id, decide) =>
      tools().subject.unitOfWork.run(async (tx) => {
        const { number: _, ...incident } = await tx.incidents.get(id);
        const changed = recordChanges(incident, decide(incident), stamp());
        await tx.incidents.update(changed.incident);
        await tx.timeline.append(changed.events);
        return changed.incident;
      }),
    mergeInto: (sourceId, targetId) =>
      tools().subject.unitOfWork.run(async (tx) => {
        const [source, target] = await tx.incidents.getPair(sourceId, targetId);
        const moved = await tx.alerts.move(sourceId, targetId);
        const changes = merge(source, target, moved.map(momentOf));
        await tx.incidents.update(recordChanges(source, changes.source, stamp()).incident);
        await tx.incidents.update(recordChanges(target, changes.target, stamp()).incident);
      }),
  };
}

/** Alerts of Alertmanager, as the store is asked for them. */
export function named(...alerts: readonly Pick<AlertIdentity, 'fingerprint'>[]): AlertIdentity[] {
  return alerts.map(({ fingerprint }) => ({ source: 'alertmanager', fingerprint }));
}

export function fingerprints(alerts: readonly { readonly fingerprint: string }[]): string[] {
  return alerts.map((alert) => alert.fingerprint).sort();
}
