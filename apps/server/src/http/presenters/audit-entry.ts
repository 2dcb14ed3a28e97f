import type { AuditEntry as Entry } from '@klaxon/application';
import type { AuditEntry } from '@klaxon/contracts';
import { shortAddress } from '@klaxon/domain';
import { presentTime } from './time.ts';

export function presentAuditEntry(entry: Entry): AuditEntry {
  return {
    id: entry.id,
    at: presentTime(entry.at),
    actor: { ...entry.actor },
    action: entry.action,
    target: { ...entry.target },
    before: shownFacts(entry, entry.before),
    after: shownFacts(entry, entry.after),
    request_id: entry.requestId,
    address: entry.address,
  };
}

/** The log is never changed: the addresses of webhooks that older entries have in full are cut when they are shown. */
function shownFacts({ target }: Entry, facts: Entry['before']): AuditEntry['before'] {
  const address = facts?.['config.url'];
  return target.kind === 'channel' && typeof address === 'string'
    ? { ...facts, 'config.url': shortAddress(address) }
    : facts && { ...facts };
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
  const { actor, target } = entry;
  const before = shownFacts(entry, entry.before);
  const after = shownFacts(entry, entry.after);
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
