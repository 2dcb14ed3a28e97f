import {
  buildNotifier,
  CombinedChannelDirectory,
  environmentChannels,
  newWebhookSecret,
  prismaChannelQueries,
  secretBox,
} from '@klaxon/adapters';
import type { Clock } from '@klaxon/application';
import type { ChannelSettings } from '@klaxon/domain';
import type { Config } from '../config/config.ts';
import type { Secrets } from '../config/secrets.ts';
import { composeNotifiers, heardBots } from './compose-notifiers.ts';
import type { Teardown } from './teardown.ts';

export type BuildChannel = (settings: ChannelSettings) => ReturnType<typeof buildNotifier>;

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
    slackUrl: config.slackApiUrl,
    telegramUrl: config.telegramApiUrl,
    clock,
  };
  return (settings) => buildNotifier(settings, building);
}

/** The channels of the environment and of the database, and what their secrets are kept with. */
export function composeChannels(
  { config, secrets, prisma, clock, buildChannel: build }: ChannelGround,
  teardown: Teardown,
) {
  const environment = environmentChannels(composeNotifiers(config, secrets, teardown));
  const queries = prismaChannelQueries(prisma);
  const box = secretBox(secrets.secretKeys);
  const directory = new CombinedChannelDirectory({ environment, queries, box, clock, build });
  teardown.onStop('channels', () => directory.close());
  return { environment, queries, box, directory, newWebhookSecret };
}
