import {
  buildNotifier,
  type ClosableNotifier,
  CombinedChannelDirectory,
  channelTypes,
  type EnvironmentChannel,
  environmentChannels,
  newWebhookSecret,
  prismaChannelQueries,
  secretBox,
} from '@klaxon/adapters';
import type { Clock } from '@klaxon/application';
import type { ChannelSettings } from '@klaxon/domain';
import type { Config } from '../config/config.ts';
import type { Secrets } from '../config/secrets.ts';
import { heardBots } from './compose-interactions.ts';
import type { Teardown } from './teardown.ts';

export type BuildChannel = (settings: ChannelSettings) => ClosableNotifier;

interface ChannelGround {
  readonly config: Config;
  readonly secrets: Secrets;
  readonly prisma: Parameters<typeof prismaChannelQueries>[0];
  readonly clock: Clock;
  readonly buildChannel: BuildChannel;
}

/** Channels that really reach people. */
export function channelBuilder(config: Config, secrets: Secrets, clock: Clock): BuildChannel {
  const building = {
    allowPrivate: { webhooks: config.allowPrivateWebhooks, smtp: config.allowPrivateSmtp },
    heard: heardBots(config, secrets),
    apiUrls: config.apiUrls,
    clock,
  };
  return (settings) => buildNotifier(settings, building);
}

/** The channels that the environment configures. Whoever does that runs Klaxon, and knows their own network. */
function configuredChannels(
  { config, secrets, clock }: Pick<ChannelGround, 'config' | 'secrets' | 'clock'>,
  teardown: Teardown,
): readonly EnvironmentChannel[] {
  const building = {
    allowPrivate: { webhooks: true, smtp: true },
    heard: heardBots(config, secrets),
    apiUrls: config.apiUrls,
    clock,
  };
  return secrets.channels.map((settings) => {
    const notifier = buildNotifier(settings, building);
    teardown.onStop(`connections of env:${settings.type}`, async () => notifier.close?.());
    return { type: settings.type, notifier };
  });
}

/** The channels of the environment and of the database, and what their secrets are kept with. */
export function composeChannels(
  { config, secrets, prisma, clock, buildChannel: build }: ChannelGround,
  teardown: Teardown,
) {
  const environment = environmentChannels(configuredChannels({ config, secrets, clock }, teardown));
  const queries = prismaChannelQueries(prisma);
  const box = secretBox(secrets.secretKeys);
  const directory = new CombinedChannelDirectory({
    environment,
    queries,
    types: channelTypes,
    box,
    clock,
    build,
  });
  teardown.onStop('channels', () => directory.close());
  return { environment, queries, types: channelTypes, box, directory, newWebhookSecret };
}
