import { expectMaySetUpChannel } from '@klaxon/domain';
import type { RuleRecord } from '../../ports/rule-repository.ts';
import type { ByCaller } from '../../shared/caller.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import {
  checkChannel,
  checkRule,
  type RuleDeps,
  type RuleInput,
  ruleFacts,
  ruleTarget,
} from './rule-tools.ts';

/** @throws DomainError `invalid` for a channel that does not exist, and for an empty list */
export function makeCreateRule(deps: RuleDeps) {
  const { unitOfWork, clock, ids } = deps;
  return async ({ actor, ...input }: ByCaller & RuleInput): Promise<RuleRecord> => {
    expectMaySetUpChannel(actor.principal);
    checkRule(input);
    return unitOfWork.run(async (tx) => {
      await checkChannel(tx, deps, input.channelId);
      const now = clock.now();
      const rule = { ...input, id: ids.next(), createdAt: now, updatedAt: now };
      await tx.rules.insert(rule);
      await tx.audit.append([
        auditEntry(deps, actor, {
          action: 'rule.created',
          target: ruleTarget(rule),
          after: ruleFacts(rule),
        }),
      ]);
      return rule;
    });
  };
}
