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
import {
  type ChannelDirectory,
  type ChannelSettingsView,
  type Clock,
  type DeliveryQueries,
  type IncidentTools,
  makeChannelSettings,
  makeChannelViews,
  makeCreateChannel,
  makeCreateRule,
  makeDeleteChannel,
  makeDeleteRule,
  makeEditChannel,
  makeEditRule,
  makeRuleViews,
  makeTestChannel,
} from '@klaxon/application';
import type { ChannelSettings } from '@klaxon/domain';
import type { Config } from '../config/config.ts';
import type { Secrets } from '../config/secrets.ts';
import type { UseCases } from '../http/use-cases.ts';
import { heardBots } from './compose-interactions.ts';
import type { Teardown } from './teardown.ts';

export type BuildChannel = (settings: ChannelSettings) => ClosableNotifier;

export interface ChannelParts {
  readonly config: Config;
  readonly secrets: Secrets;
  readonly prisma: Parameters<typeof prismaChannelQueries>[0];
  readonly tools: IncidentTools;
  readonly deliveries: Pick<DeliveryQueries, 'health'>;
  readonly buildChannel: BuildChannel;
}

export interface Channels {
  readonly directory: ChannelDirectory;
  readonly settings: () => Promise<readonly ChannelSettingsView[]>;
  readonly useCases: Pick<
    UseCases,
    | 'channels'
    | 'createChannel'
    | 'editChannel'
    | 'deleteChannel'
    | 'testChannel'
    | 'rules'
    | 'createRule'
    | 'editRule'
    | 'deleteRule'
  >;
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
  config: Config,
  secrets: Secrets,
  clock: Clock,
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

/** The channels of the environment and of the database, and what people can do with them. */
export function composeChannels(
  { config, secrets, prisma, tools, deliveries, buildChannel }: ChannelParts,
  teardown: Teardown,
): Channels {
  const { clock } = tools;
  const environment = environmentChannels(configuredChannels(config, secrets, clock, teardown));
  const queries = prismaChannelQueries(prisma);
  const box = secretBox(secrets.secretKeys);
  const directory = new CombinedChannelDirectory({
    environment,
    queries,
    types: channelTypes,
    box,
    clock,
    build: buildChannel,
  });
  teardown.onStop('channels', () => directory.close());
  const known = { environment, types: channelTypes, box };
  const channelTools = { ...tools, ...known, newWebhookSecret };
  const testChannel = makeTestChannel({ ...tools, directory });
  return {
    directory,
    settings: makeChannelSettings({ ...known, queries }),
    useCases: {
      channels: makeChannelViews({ ...known, queries, deliveries }),
      createChannel: makeCreateChannel(channelTools),
      editChannel: makeEditChannel(channelTools),
      deleteChannel: makeDeleteChannel(channelTools),
      testChannel(by, channelId) {
        // Whoever tests a channel has often just edited it, in this process or another.
        directory.forget();
        return testChannel(by, channelId);
      },
      rules: makeRuleViews(queries),
      createRule: makeCreateRule(channelTools),
      editRule: makeEditRule(channelTools),
      deleteRule: makeDeleteRule(channelTools),
    },
  };
}
