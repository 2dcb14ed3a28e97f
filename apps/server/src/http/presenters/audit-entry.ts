import type { AuditEntry as Entry } from '@klaxon/application';
import type { AuditEntry } from '@klaxon/contracts';
import { presentTime } from './time.ts';

export function presentAuditEntry(entry: Entry): AuditEntry {
  return {
    id: entry.id,
    at: presentTime(entry.at),
    actor: { ...entry.actor },
    action: entry.action,
    target: { ...entry.target },
    before: entry.before && { ...entry.before },
    after: entry.after && { ...entry.after },
    request_id: entry.requestId,
    address: entry.address,
  };
}

export const AUDIT_CSV_COLUMNS = [
  'id',
  'at',
  'actor_kind',
  'actor_id',
  'actor_name',
  'action',
  'target_kind',
  'target_id',
  'target_name',
  'before',
  'after',
  'request_id',
  'address',
];

export function presentAuditCsvRow(entry: Entry): readonly (string | null)[] {
  const { actor, target, before, after } = entry;
  return [
    entry.id,
    presentTime(entry.at),
    actor.kind,
    actor.id,
    actor.name,
    entry.action,
    target.kind,
    target.id,
    target.name,
    before && JSON.stringify(before),
    after && JSON.stringify(after),
    entry.requestId,
    entry.address,
  ];
}
