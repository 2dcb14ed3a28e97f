import { expectMaySetUpChannel } from '@klaxon/domain';
import type { ByCaller } from '../../shared/caller.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import { type RuleDeps, ruleFacts, ruleTarget } from './rule-tools.ts';

/** @throws DomainError `not-found` */
export function makeDeleteRule(deps: Pick<RuleDeps, 'unitOfWork' | 'clock' | 'ids'>) {
  return ({ actor, ruleId }: ByCaller & { readonly ruleId: string }): Promise<void> =>
    deps.unitOfWork.run(async (tx) => {
      // A channel without rules hears everything.
      expectMaySetUpChannel(actor.principal);
      const rule = await tx.rules.get(ruleId);
      await tx.rules.delete(ruleId);
      await tx.audit.append([
        auditEntry(deps, actor, {
          action: 'rule.deleted',
          target: ruleTarget(rule),
          before: ruleFacts(rule),
        }),
      ]);
    });
}
