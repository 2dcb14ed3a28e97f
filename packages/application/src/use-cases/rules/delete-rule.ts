import type { RuleTools } from './rule-tools.ts';

/** @throws DomainError `not-found` */
export function makeDeleteRule({ unitOfWork }: Pick<RuleTools, 'unitOfWork'>) {
  return (ruleId: string): Promise<void> => unitOfWork.run((tx) => tx.rules.delete(ruleId));
}
