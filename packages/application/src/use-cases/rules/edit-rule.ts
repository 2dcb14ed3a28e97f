import { expectMaySetUpChannel } from '@klaxon/domain';
import type { RuleRecord } from '../../ports/rule-repository.ts';
import type { Caller } from '../../shared/caller.ts';
import { auditEntry, changedFacts } from '../audit/audit-entry.ts';
import {
  checkChannel,
  checkRule,
  type RuleTools,
  type RuleWish,
  ruleFacts,
  ruleTarget,
} from './rule-tools.ts';

/** @throws DomainError `not-found`; `invalid` for a channel that does not exist, and for an empty list */
export function makeEditRule(tools: RuleTools) {
  const { unitOfWork, clock } = tools;
  return (by: Caller, ruleId: string, edit: Partial<RuleWish>): Promise<RuleRecord> =>
    unitOfWork.run(async (tx) => {
      expectMaySetUpChannel(by.principal);
      const rule = await tx.rules.get(ruleId);
      const changed = { ...rule, ...edit, updatedAt: clock.now() };
      checkRule(changed);
      if (edit.channelId !== undefined) await checkChannel(tx, tools, edit.channelId);
      await tx.rules.update(changed);
      await tx.audit.append([
        auditEntry(tools, by, {
          action: 'rule.edited',
          target: ruleTarget(changed),
          ...changedFacts(ruleFacts(rule), ruleFacts(changed)),
        }),
      ]);
      return changed;
    });
}
