import type { RuleRecord } from '@klaxon/application';
import type { NotificationRule, NotificationRuleList } from '@klaxon/contracts';
import { presentTime } from './time.ts';

export function presentRule(rule: RuleRecord): NotificationRule {
  const matchers = rule.matchers.map(({ name, value, negated }) => ({ name, value, negated }));
  return {
    id: rule.id,
    name: rule.name,
    channel_id: rule.channelId,
    enabled: rule.enabled,
    severities: rule.severities && [...rule.severities],
    services: rule.services && [...rule.services],
    kinds: rule.kinds && [...rule.kinds],
    matchers: matchers.length === 0 ? null : matchers,
    created_at: presentTime(rule.createdAt),
    updated_at: presentTime(rule.updatedAt),
  };
}

export function presentRules(rules: readonly RuleRecord[]): NotificationRuleList {
  return { notification_rules: rules.map(presentRule), total: rules.length };
}
