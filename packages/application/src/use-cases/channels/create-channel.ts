import {
  expectMaySetUpChannel,
  type GivenFields,
  invalid,
  readChannelSettings,
} from '@klaxon/domain';
import type { ByCaller } from '../../shared/caller.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import {
  type ChannelDeps,
  channelFacts,
  channelTarget,
  type SavedChannel,
  sealSecrets,
  secretNames,
  withMadeUpSecret,
} from './channel-tools.ts';

export interface ChannelInput {
  readonly name: string;
  readonly type: string;
  readonly enabled: boolean;
  readonly fallback: boolean;
  readonly config: GivenFields;
  readonly secrets: GivenFields;
}

/**
 * Sets up a channel.
 *
 * @throws DomainError `invalid` for fields that could never work; `conflict` where the name is taken, or
 * there is no key to keep its secrets with; `forbidden` for a key that may not do what messages tell and let do
 */
export function makeCreateChannel(deps: ChannelDeps) {
  const { unitOfWork, clock, ids, types, box, newWebhookSecret } = deps;
  return async ({ actor, ...input }: ByCaller & ChannelInput): Promise<SavedChannel> => {
    expectMaySetUpChannel(actor.principal);
    const { name, type, enabled, fallback, config } = input;
    const channelType = types.get(type);
    if (!channelType) throw invalid('type', `must be one of ${[...types.keys()].join(', ')}`);
    const { secrets, generated } = withMadeUpSecret(channelType, input.secrets, newWebhookSecret);
    const settings = readChannelSettings(channelType, { config, secrets });
    const id = ids.next();
    const sealed = sealSecrets(box, id, settings);
    const now = clock.now();
    const base = { id, name, type, enabled, fallback, config: settings.config, sealed };
    const channel = { ...base, createdAt: now, updatedAt: now };
    await unitOfWork.run(async (tx) => {
      await tx.channels.insert(channel);
      await tx.audit.append([
        auditEntry(deps, actor, {
          action: 'channel.created',
          target: channelTarget(channel),
          after: { ...channelFacts(types, channel), ...secretNames(Object.keys(input.secrets)) },
        }),
      ]);
    });
    return { channelId: id, generatedSecret: generated };
  };
}
