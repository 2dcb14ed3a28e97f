import type { Channel, ChannelSettings, Instant } from '@klaxon/domain';
import type { ChannelRecord } from '../../ports/channel-repository.ts';
import type { ChannelQueries } from '../../queries/channel-queries.ts';
import type { ChannelHealth, DeliveryQueries } from '../../queries/delivery-queries.ts';
import { type ChannelTools, noChannel, openChannel, saidBy } from './channel-tools.ts';

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

export interface ChannelViews {
  /** The environment's first, then the others, oldest first. */
  list(): Promise<readonly ChannelView[]>;
  /** @throws DomainError `not-found` */
  get(id: string): Promise<ChannelView>;
}

export function makeChannelViews({
  environment,
  queries,
  deliveries,
  box,
}: Pick<ChannelTools, 'environment' | 'box'> & {
  readonly queries: ChannelQueries;
  readonly deliveries: Pick<DeliveryQueries, 'health'>;
}): ChannelViews {
  async function list(): Promise<readonly ChannelView[]> {
    const [configured, records, health] = await Promise.all([
      environment.channels(),
      queries.channels(),
      deliveries.health(),
    ]);
    const healthOf = new Map(health.map(({ channelId, ...own }) => [channelId, own]));
    const views = [...configured.map(viewConfigured), ...records.map(viewRecord)];
    return views.map((view) => ({ ...view, health: healthOf.get(view.id) ?? UNUSED }));
  }

  function viewRecord({ sealed, ...channel }: ChannelRecord): Omit<ChannelView, 'health'> {
    const base = { ...channel, source: 'database' } as const;
    try {
      const { config, secrets } = openChannel(box, { ...channel, sealed });
      return { ...base, config, secretsSet: namesOf(secrets), fault: null };
    } catch (error) {
      return { ...base, secretsSet: [], fault: saidBy(error) };
    }
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

function viewConfigured(channel: Channel): Omit<ChannelView, 'health'> {
  const unknown = { config: {}, secretsSet: [], fault: null, createdAt: null, updatedAt: null };
  return { ...channel, ...unknown, source: 'environment' };
}

function namesOf(secrets: ChannelSettings['secrets']): readonly string[] {
  return Object.entries(secrets).flatMap(([name, value]) => (value === null ? [] : [name]));
}
