import type { AuditAction, AuditEntry, AuditFacts } from '../../ports/audit-log.ts';
import type { Caller } from '../../shared/caller.ts';
import type { ChangeDeps } from '../../shared/change-deps.ts';

export interface AuditedChange {
  readonly action: AuditAction;
  readonly target: AuditEntry['target'];
  readonly before?: AuditFacts | null;
  readonly after?: AuditFacts | null;
}

type Deps = Pick<ChangeDeps, 'clock' | 'ids'>;
type Origin = Pick<Caller, 'requestId' | 'address'>;

/** A line of the audit log about something that `actor` did; null: Klaxon itself. */
export function auditEntry(deps: Deps, actor: Caller | null, change: AuditedChange): AuditEntry {
  return entry(deps, auditedActor(actor), actor, change);
}

/** About what somebody tried who did not prove who they are: `name` is who they said. */
export function anonymousEntry(
  deps: Deps,
  name: string,
  origin: Origin,
  change: AuditedChange,
): AuditEntry {
  return entry(deps, { kind: 'anonymous', id: null, name: name.slice(0, 320) }, origin, change);
}

/** Of two sides of a change only what differs. */
export function changedFacts(
  before: AuditFacts,
  after: AuditFacts,
): { readonly before: AuditFacts; readonly after: AuditFacts } {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  );
  const pick = (facts: AuditFacts): AuditFacts =>
    Object.fromEntries(names.map((name) => [name, facts[name] ?? null]));
  return { before: pick(before), after: pick(after) };
}

function entry(
  { clock, ids }: Deps,
  actor: AuditEntry['actor'],
  origin: Origin | null,
  { action, target, before = null, after = null }: AuditedChange,
): AuditEntry {
  return {
    id: ids.next(),
    at: clock.now(),
    actor,
    action,
    target: { ...target, name: target.name.slice(0, 320) },
    before,
    after,
    requestId: origin?.requestId ?? null,
    address: origin?.address ?? null,
  };
}

function auditedActor(caller: Caller | null): AuditEntry['actor'] {
  if (caller === null) return { kind: 'system', id: null, name: 'Klaxon' };
  const { principal } = caller;
  if (principal.kind === 'local') return { kind: 'local', id: null, name: 'Local user' };
  return { kind: principal.kind, id: principal.id, name: principal.name };
}
