import type { RuleRecord } from '../../ports/rule-repository.ts';
import type { ChannelQueries } from '../../queries/channel-queries.ts';
import { noRule } from './rule-tools.ts';

export interface RuleViews {
  /** Oldest first. */
  list(): Promise<readonly RuleRecord[]>;
  /** @throws DomainError `not-found` */
  get(id: string): Promise<RuleRecord>;
}

export function makeRuleViews(queries: Pick<ChannelQueries, 'rules'>): RuleViews {
  return {
    list: () => queries.rules(),
    async get(id) {
      const wanted = id.toLowerCase();
      const rule = (await queries.rules()).find((one) => one.id === wanted);
      if (!rule) throw noRule(id);
      return rule;
    },
  };
}
