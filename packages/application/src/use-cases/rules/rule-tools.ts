import { DomainError, invalid, type NotificationRule, notFound } from '@klaxon/domain';
import type { AuditEntry, AuditFacts } from '../../ports/audit-log.ts';
import type { RuleRecord } from '../../ports/rule-repository.ts';
import type { Transaction } from '../../ports/unit-of-work.ts';
import type { ChannelDeps } from '../channels/channel-tools.ts';

export type RuleDeps = Pick<ChannelDeps, 'unitOfWork' | 'clock' | 'ids' | 'environment'>;

/** What a person decides about a rule. */
export type RuleInput = Omit<NotificationRule, 'id'>;

export function noRule(id: string): DomainError {
  return notFound(`There is no notification rule ${id}.`);
}

/**
 * An empty list would match nothing and silence the channel, or be taken for "any" and flood it: it is
 * refused.
 *
 * @throws DomainError `invalid`
 */
export function checkRule({ severities, services, kinds }: RuleInput): void {
  for (const [path, list] of Object.entries({ severities, services, kinds }))
    if (list?.length === 0) throw invalid(path, 'must not be empty; leave it out for any');
}

/** @throws DomainError `invalid` for a channel that does not exist */
export async function checkChannel(
  tx: Transaction,
  { environment }: Pick<RuleDeps, 'environment'>,
  channelId: string,
): Promise<void> {
  if ((await environment.channels()).some(({ id }) => id === channelId)) return;
  try {
    if (channelId.startsWith('env:')) throw noChannelThere(channelId);
    await tx.channels.get(channelId);
  } catch (error) {
    if (error instanceof DomainError && error.kind === 'not-found') throw noChannelThere(channelId);
    throw error;
  }
}

function noChannelThere(channelId: string): DomainError {
  return invalid('channel_id', `there is no channel ${channelId}`);
}

export function ruleTarget({ id, name }: RuleRecord): AuditEntry['target'] {
  return { kind: 'notification_rule', id, name };
}

export function ruleFacts(rule: RuleRecord): AuditFacts {
  const { name, channelId, enabled, severities, services, kinds, matchers } = rule;
  return {
    name,
    channel_id: channelId,
    enabled,
    severities,
    services,
    kinds,
    matchers: matchers.map((one) => `${one.name}${one.negated ? '!=' : '='}${one.value}`),
  };
}
