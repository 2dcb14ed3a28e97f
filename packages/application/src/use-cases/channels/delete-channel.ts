import type { Caller } from '../../shared/caller.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import {
  type ChannelTools,
  channelFacts,
  channelTarget,
  refuseEnvironment,
} from './channel-tools.ts';

/**
 * Takes a channel away, and its rules. What it was told stays in the history; what was still on its way
 * fails.
 *
 * @throws DomainError `not-found`; `conflict` for a channel of the environment
 */
export function makeDeleteChannel(
  tools: Pick<ChannelTools, 'unitOfWork' | 'clock' | 'ids' | 'environment' | 'types'>,
) {
  return async (by: Caller, channelId: string): Promise<void> => {
    await refuseEnvironment(tools, channelId);
    await tools.unitOfWork.run(async (tx) => {
      const channel = await tx.channels.get(channelId);
      await tx.rules.deleteOfChannel(channel.id);
      await tx.channels.delete(channel.id);
      await tx.audit.append([
        auditEntry(tools, by, {
          action: 'channel.deleted',
          target: channelTarget(channel),
          before: channelFacts(tools.types, channel),
        }),
      ]);
    });
  };
}
