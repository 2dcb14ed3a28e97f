import { expectMaySetUpChannel } from '@klaxon/domain';
import type { RuleRecord } from '../../ports/rule-repository.ts';
import type { ByCaller } from '../../shared/caller.ts';
import { auditEntry, changedFacts } from '../audit/audit-entry.ts';
import {
  checkChannel,
  checkRule,
  type RuleDeps,
  type RuleInput,
  ruleFacts,
  ruleTarget,
} from './rule-tools.ts';

export interface RuleEditInput {
  readonly ruleId: string;
  readonly edit: Partial<RuleInput>;
}

/** @throws DomainError `not-found`; `invalid` for a channel that does not exist, and for an empty list */
export function makeEditRule(deps: RuleDeps) {
  const { unitOfWork, clock } = deps;
  return ({ actor, ruleId, edit }: ByCaller & RuleEditInput): Promise<RuleRecord> =>
    unitOfWork.run(async (tx) => {
      expectMaySetUpChannel(actor.principal);
      const rule = await tx.rules.get(ruleId);
      const changed = { ...rule, ...edit, updatedAt: clock.now() };
      checkRule(changed);
      if (edit.channelId !== undefined) await checkChannel(tx, deps, edit.channelId);
      await tx.rules.update(changed);
      await tx.audit.append([
        auditEntry(deps, actor, {
          action: 'rule.edited',
          target: ruleTarget(changed),
          ...changedFacts(ruleFacts(rule), ruleFacts(changed)),
        }),
      ]);
      return changed;
    });
}
