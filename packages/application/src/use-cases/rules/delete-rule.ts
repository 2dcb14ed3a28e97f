import { expectMaySetUpChannel } from '@klaxon/domain';
import type { Caller } from '../../shared/caller.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import { type RuleTools, ruleFacts, ruleTarget } from './rule-tools.ts';

/** @throws DomainError `not-found` */
export function makeDeleteRule(tools: Pick<RuleTools, 'unitOfWork' | 'clock' | 'ids'>) {
  return (by: Caller, ruleId: string): Promise<void> =>
    tools.unitOfWork.run(async (tx) => {
      // A channel without rules hears everything.
      expectMaySetUpChannel(by.principal);
      const rule = await tx.rules.get(ruleId);
      await tx.rules.delete(ruleId);
      await tx.audit.append([
        auditEntry(tools, by, {
          action: 'rule.deleted',
          target: ruleTarget(rule),
          before: ruleFacts(rule),
        }),
      ]);
    });
}
