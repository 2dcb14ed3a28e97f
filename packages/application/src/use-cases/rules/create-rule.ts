import { expectMaySetUpChannel } from '@klaxon/domain';
import type { RuleRecord } from '../../ports/rule-repository.ts';
import type { Caller } from '../../shared/caller.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import {
  checkChannel,
  checkRule,
  type RuleTools,
  type RuleWish,
  ruleFacts,
  ruleTarget,
} from './rule-tools.ts';

/** @throws DomainError `invalid` for a channel that does not exist, and for an empty list */
export function makeCreateRule(tools: RuleTools) {
  const { unitOfWork, clock, ids } = tools;
  return async (by: Caller, wish: RuleWish): Promise<RuleRecord> => {
    expectMaySetUpChannel(by.principal);
    checkRule(wish);
    return unitOfWork.run(async (tx) => {
      await checkChannel(tx, tools, wish.channelId);
      const now = clock.now();
      const rule = { ...wish, id: ids.next(), createdAt: now, updatedAt: now };
      await tx.rules.insert(rule);
      await tx.audit.append([
        auditEntry(tools, by, {
          action: 'rule.created',
          target: ruleTarget(rule),
          after: ruleFacts(rule),
        }),
      ]);
      return rule;
    });
  };
}
