import type { RuleInput } from '@klaxon/application';
import type {
  CreateNotificationRuleRequest,
  EditNotificationRuleRequest,
  NotificationRule,
} from '@klaxon/contracts';
import type { LabelMatcher } from '@klaxon/domain';

export function readNewRule(body: CreateNotificationRuleRequest): RuleInput {
  const { name, severities = null, services = null, kinds = null, enabled = true } = body;
  const lists = { severities, services, kinds, matchers: readMatchers(body.matchers) };
  return { name, channelId: body.channel_id.toLowerCase(), enabled, ...lists };
}

export function readRuleEdit(body: EditNotificationRuleRequest): Partial<RuleInput> {
  const { channel_id: channelId, matchers, ...rest } = body;
  return {
    ...rest,
    ...(channelId !== undefined && { channelId: channelId.toLowerCase() }),
    ...(matchers !== undefined && { matchers: readMatchers(matchers) }),
  };
}

function readMatchers(matchers: NotificationRule['matchers'] | undefined): readonly LabelMatcher[] {
  return (matchers ?? []).map(({ name, value, negated = false }) => ({ name, value, negated }));
}
