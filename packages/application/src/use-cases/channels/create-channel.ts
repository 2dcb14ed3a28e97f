import { type ChannelType, type GivenFields, readChannelSettings } from '@klaxon/domain';
import {
  type ChannelTools,
  type SavedChannel,
  sealSecrets,
  withWebhookSecret,
} from './channel-tools.ts';

export interface NewChannel {
  readonly name: string;
  readonly type: ChannelType;
  readonly enabled: boolean;
  readonly fallback: boolean;
  readonly config: GivenFields;
  readonly secrets: GivenFields;
}

/**
 * Sets up a channel.
 *
 * @throws DomainError `invalid` for fields that could never work; `conflict` where the name is taken, or
 * there is no key to keep its secrets with
 */
export function makeCreateChannel({ unitOfWork, clock, ids, box, newWebhookSecret }: ChannelTools) {
  return async (wanted: NewChannel): Promise<SavedChannel> => {
    const { name, type, enabled, fallback, config } = wanted;
    const { secrets, generated } = withWebhookSecret(type, wanted.secrets, newWebhookSecret);
    const settings = readChannelSettings(type, { config, secrets });
    const id = ids.next();
    const sealed = sealSecrets(box, id, settings);
    const now = clock.now();
    const base = { id, name, type, enabled, fallback, config: settings.config, sealed };
    await unitOfWork.run((tx) => tx.channels.insert({ ...base, createdAt: now, updatedAt: now }));
    return { channelId: id, generatedSecret: generated };
  };
}
