import type { ChannelQueries } from '../../queries/channel-queries.ts';
import { makeCreateRule } from './create-rule.ts';
import { makeDeleteRule } from './delete-rule.ts';
import { makeEditRule } from './edit-rule.ts';
import type { RuleDeps } from './rule-tools.ts';
import { makeRuleViews } from './view-rules.ts';

/** What people do with the rules that say what a channel hears. */
export function ruleUseCases(deps: RuleDeps & { readonly queries: Pick<ChannelQueries, 'rules'> }) {
  return {
    views: makeRuleViews(deps.queries),
    createRule: makeCreateRule(deps),
    editRule: makeEditRule(deps),
    deleteRule: makeDeleteRule(deps),
  };
}

export type RuleUseCases = ReturnType<typeof ruleUseCases>;
