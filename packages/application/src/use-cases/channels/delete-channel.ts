import type { ByCaller } from '../../shared/caller.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import {
  type ChannelDeps,
  channelFacts,
  channelTarget,
  refuseEnvironment,
} from './channel-tools.ts';

export interface ChannelIdInput {
  readonly channelId: string;
}

/**
 * Takes a channel away, and its rules. What it was sent stays in the history; what was still on its way
 * fails.
 *
 * @throws DomainError `not-found`; `conflict` for a channel of the environment
 */
export function makeDeleteChannel(
  deps: Pick<ChannelDeps, 'unitOfWork' | 'clock' | 'ids' | 'environment' | 'types'>,
) {
  return async ({ actor, channelId }: ByCaller & ChannelIdInput): Promise<void> => {
    await refuseEnvironment(deps, channelId);
    await deps.unitOfWork.run(async (tx) => {
      const channel = await tx.channels.get(channelId);
      await tx.rules.deleteOfChannel(channel.id);
      await tx.channels.delete(channel.id);
      await tx.audit.append([
        auditEntry(deps, actor, {
          action: 'channel.deleted',
          target: channelTarget(channel),
          before: channelFacts(deps.types, channel),
        }),
      ]);
    });
  };
}
