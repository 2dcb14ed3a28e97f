import {
  type Channel,
  type ChannelFields,
  type ChannelType,
  type Instant,
  shownConfig,
} from '@klaxon/domain';
import type { ChannelRecord } from '../../ports/channel-repository.ts';
import type { ChannelQueries } from '../../queries/channel-queries.ts';
import type { ChannelHealth, DeliveryQueries } from '../../queries/delivery-queries.ts';
import { type ChannelDeps, faultOf, noChannel, openChannel } from './channel-tools.ts';

/** A channel for people to look at: nothing in it is secret. */
export interface ChannelView extends Channel {
  readonly source: 'environment' | 'database';
  /** Where it leads, in a sentence. */
  readonly summary: string;
  /** Of the database's channels alone. */
  readonly config: Readonly<Record<string, unknown>>;
  /** Which secrets are set, by name. */
  readonly secretsSet: readonly string[];
  /** Why it cannot be used at all, for people; null where nothing speaks against it. */
  readonly fault: string | null;
  readonly createdAt: Instant | null;
  readonly updatedAt: Instant | null;
  readonly health: Omit<ChannelHealth, 'channelId'>;
}

/** A channel with its settings alone. */
export type ChannelSettingsView = Omit<ChannelView, 'health'>;

export interface ChannelViews {
  /** What kinds of channel can be set up. */
  types(): readonly ChannelType[];
  /** The environment's first, then the others, oldest first. */
  list(): Promise<readonly ChannelView[]>;
  /** @throws DomainError `not-found` */
  get(id: string): Promise<ChannelView>;
}

type SettingsDeps = Pick<ChannelDeps, 'environment' | 'types' | 'box'> & {
  readonly queries: ChannelQueries;
};

/** The channels in the order of `ChannelViews`. */
export function makeChannelSettings({
  environment,
  queries,
  types,
  box,
}: SettingsDeps): () => Promise<readonly ChannelSettingsView[]> {
  function viewRecord({ sealed, ...channel }: ChannelRecord): ChannelSettingsView {
    const channelType = types.get(channel.type);
    const shown = shownConfig(channelType, channel.config);
    const summary = channelType?.summary(shown) ?? 'Where it leads, only a newer Klaxon knows.';
    const base = { ...channel, source: 'database', summary } as const;
    try {
      const { config, secrets } = openChannel({ types, box }, { ...channel, sealed });
      return { ...base, config, secretsSet: namesOf({ config, secrets }), fault: null };
    } catch (error) {
      return { ...base, config: shown, secretsSet: [], fault: faultOf(error) };
    }
  }

  return async () => {
    const [configured, records] = await Promise.all([environment.channels(), queries.channels()]);
    return [
      ...configured.map((channel) => viewConfigured(channel, types.get(channel.type))),
      ...records.map(viewRecord),
    ];
  };
}

export function makeChannelViews({
  deliveries,
  ...deps
}: SettingsDeps & { readonly deliveries: Pick<DeliveryQueries, 'health'> }): ChannelViews {
  const settings = makeChannelSettings(deps);

  async function list(): Promise<readonly ChannelView[]> {
    const [views, health] = await Promise.all([settings(), deliveries.health()]);
    const healthOf = new Map(health.map(({ channelId, ...own }) => [channelId, own]));
    return views.map((view) => ({ ...view, health: healthOf.get(view.id) ?? UNUSED }));
  }

  return {
    types: () => [...deps.types.values()],
    list,
    async get(id) {
      const view = (await list()).find((one) => one.id === id);
      if (!view) throw noChannel(id);
      return view;
    },
  };
}

const UNUSED = { lastSentAt: null, lastFailedAt: null, lastError: null, queued: 0 };

function viewConfigured(
  channel: Channel,
  channelType: ChannelType | undefined,
): ChannelSettingsView {
  const unknown = { config: {}, secretsSet: [], fault: null, createdAt: null, updatedAt: null };
  const variables = (channelType?.setBy ?? []).flatMap(
    (name) => channelType?.fields.find((field) => field.name === name)?.variable ?? [],
  );
  const summary = `Set by ${variables.join(' and ')}. To change it, change the environment and start Klaxon again.`;
  return { ...channel, ...unknown, source: 'environment', summary };
}

/** Without what is shown in part among the settings. */
function namesOf({ config, secrets }: ChannelFields) {
  return Object.entries(secrets).flatMap(([name, value]) =>
    value === null || name in config ? [] : [name],
  );
}
