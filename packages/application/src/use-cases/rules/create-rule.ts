import type { RuleRecord } from '../../ports/rule-repository.ts';
import { checkChannel, checkRule, type RuleTools, type RuleWish } from './rule-tools.ts';

/** @throws DomainError `invalid` for a channel that does not exist, and for an empty list */
export function makeCreateRule(tools: RuleTools) {
  const { unitOfWork, clock, ids } = tools;
  return async (wish: RuleWish): Promise<RuleRecord> => {
    checkRule(wish);
    return unitOfWork.run(async (tx) => {
      await checkChannel(tx, tools, wish.channelId);
      const now = clock.now();
      const rule = { ...wish, id: ids.next(), createdAt: now, updatedAt: now };
      await tx.rules.insert(rule);
      return rule;
    });
  };
}
