import { type Channel, type ChannelSettings, type Instant, shownConfig } from '@klaxon/domain';
import type { ChannelRecord } from '../../ports/channel-repository.ts';
import type { ChannelQueries } from '../../queries/channel-queries.ts';
import type { ChannelHealth, DeliveryQueries } from '../../queries/delivery-queries.ts';
import { type ChannelDeps, noChannel, openChannel, saidBy } from './channel-tools.ts';

/** A channel for people to look at: nothing in it is secret. */
export interface ChannelView extends Channel {
  readonly source: 'environment' | 'database';
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
  /** The environment's first, then the others, oldest first. */
  list(): Promise<readonly ChannelView[]>;
  /** @throws DomainError `not-found` */
  get(id: string): Promise<ChannelView>;
}

type SettingsDeps = Pick<ChannelDeps, 'environment' | 'box'> & {
  readonly queries: ChannelQueries;
};

/** The channels in the order of `ChannelViews`. */
export function makeChannelSettings({
  environment,
  queries,
  box,
}: SettingsDeps): () => Promise<readonly ChannelSettingsView[]> {
  function viewRecord({ sealed, ...channel }: ChannelRecord): ChannelSettingsView {
    const base = { ...channel, source: 'database' } as const;
    try {
      const { config, secrets } = openChannel(box, { ...channel, sealed });
      return { ...base, config, secretsSet: namesOf({ config, secrets }), fault: null };
    } catch (error) {
      const config = shownConfig(channel.type, channel.config);
      return { ...base, config, secretsSet: [], fault: saidBy(error) };
    }
  }

  return async () => {
    const [configured, records] = await Promise.all([environment.channels(), queries.channels()]);
    return [...configured.map(viewConfigured), ...records.map(viewRecord)];
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
    list,
    async get(id) {
      const view = (await list()).find((one) => one.id === id);
      if (!view) throw noChannel(id);
      return view;
    },
  };
}

const UNUSED = { lastSentAt: null, lastFailedAt: null, lastError: null, queued: 0 };

function viewConfigured(channel: Channel): ChannelSettingsView {
  const unknown = { config: {}, secretsSet: [], fault: null, createdAt: null, updatedAt: null };
  return { ...channel, ...unknown, source: 'environment' };
}

/** Without the address of a webhook, a part of which is shown among the settings. */
function namesOf({ config, secrets }: Pick<ChannelSettings, 'config' | 'secrets'>) {
  return Object.entries(secrets).flatMap(([name, value]) =>
    value === null || name in config ? [] : [name],
  );
}
