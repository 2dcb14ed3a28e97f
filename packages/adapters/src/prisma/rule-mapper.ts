import type { RuleRecord } from '@klaxon/application';
import type { LabelMatcher } from '@klaxon/domain';
import { severityFrom } from '../database/rows.ts';
import { fieldsFrom } from './channel-mapper.ts';
import type { NotificationRuleModel } from './generated/models.ts';

/** An empty list stands for any. */
export function ruleFrom(row: NotificationRuleModel): RuleRecord {
  return {
    id: row.id,
    name: row.name,
    channelId: row.channelId,
    enabled: row.enabled,
    severities: anyOrList(row.severities.map(severityFrom)),
    services: anyOrList(row.services),
    kinds: anyOrList(row.kinds),
    matchers: Array.isArray(row.matchers) ? row.matchers.map(matcherFrom) : [],
    createdAt: row.createdAt.getTime(),
    updatedAt: row.updatedAt.getTime(),
  };
}

export function ruleColumns(rule: RuleRecord) {
  return {
    name: rule.name,
    channelId: rule.channelId,
    enabled: rule.enabled,
    severities: [...(rule.severities ?? [])],
    services: [...(rule.services ?? [])],
    kinds: [...(rule.kinds ?? [])],
    matchers: rule.matchers.map(({ name, value, negated }) => ({ name, value, negated })),
    updatedAt: new Date(rule.updatedAt),
  };
}

function anyOrList<T>(values: readonly T[]): readonly T[] | null {
  return values.length === 0 ? null : values;
}

function matcherFrom(json: unknown): LabelMatcher {
  const { name, value, negated } = fieldsFrom(json);
  return { name: String(name), value: String(value), negated: negated === true };
}
