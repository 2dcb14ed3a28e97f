import type { AuditEntry, AuditFilter, AuditQueries } from '@klaxon/application';
import { pageOf } from './queries.ts';
import type { StoreState } from './state.ts';

/** Reads of what is committed at the time of the call. */
export function makeAuditQueries(committed: () => Pick<StoreState, 'audit'>): AuditQueries {
  const matching = (filter: AuditFilter) =>
    committed().audit.filter(isLike(filter)).sort(newestFirst);
  return {
    list: async (filter, page) => pageOf(matching(filter), page),
    older: async (filter, than, limit) =>
      matching(filter)
        .filter((entry) => than === null || (entry.id !== than.id && newestFirst(than, entry) < 0))
        .slice(0, limit),
  };
}

function isLike({ actorId, action, targetKind, targetId, from, to, q }: AuditFilter) {
  return ({ actor, target, at, ...entry }: AuditEntry): boolean =>
    (actorId === undefined || actor.id === actorId) &&
    (action === undefined || entry.action === action) &&
    (targetKind === undefined || target.kind === targetKind) &&
    (targetId === undefined || target.id === targetId) &&
    (from === undefined || at >= from) &&
    (to === undefined || at < to) &&
    (q === undefined || holds(actor.name, q) || holds(target.name, q));
}

function holds(text: string, part: string): boolean {
  return text.toLowerCase().includes(part.toLowerCase());
}

function newestFirst(a: AuditEntry, b: AuditEntry): number {
  return b.at - a.at || (a.id < b.id ? 1 : -1);
}
