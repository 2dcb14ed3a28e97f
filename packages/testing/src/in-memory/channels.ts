import type {
  ChannelQueries,
  ChannelRecord,
  ChannelRepository,
  RuleRecord,
  RuleRepository,
} from '@klaxon/application';
import { conflict, notFound } from '@klaxon/domain';
import type { StoreState } from './state.ts';

export function makeChannelRepository({
  channels,
}: Pick<StoreState, 'channels'>): ChannelRepository {
  const find = (id: string): ChannelRecord => {
    const channel = channels.get(id);
    if (!channel) throw notFound(`There is no channel ${id}.`);
    return channel;
  };
  const keep = (channel: ChannelRecord): void => {
    const taken = [...channels.values()].some(
      ({ id, name }) => name === channel.name && id !== channel.id,
    );
    if (taken) throw conflict('Another channel has this name already.');
    channels.set(channel.id, { ...channel, config: { ...channel.config } });
  };
  return {
    get: async (id) => find(id),
    all: async () => [...channels.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    insert: async (channel) => keep(channel),
    update: async (channel) => {
      const { createdAt, type } = find(channel.id);
      keep({ ...channel, createdAt, type });
    },
    delete: async (id) => {
      channels.delete(find(id).id);
    },
  };
}

export function makeRuleRepository({ rules }: Pick<StoreState, 'rules'>): RuleRepository {
  const find = (id: string): RuleRecord => {
    const rule = rules.get(id);
    if (!rule) throw notFound(`There is no notification rule ${id}.`);
    return rule;
  };
  return {
    get: async (id) => find(id),
    insert: async (rule) => {
      rules.set(rule.id, rule);
    },
    update: async (rule) => {
      const { createdAt } = find(rule.id);
      rules.set(rule.id, { ...rule, createdAt });
    },
    delete: async (id) => {
      rules.delete(find(id).id);
    },
    deleteOfChannel: async (channelId) => {
      for (const rule of rules.values()) if (rule.channelId === channelId) rules.delete(rule.id);
    },
  };
}

/** Reads of what is committed at the time of the call. */
export function makeChannelQueries(
  committed: () => Pick<StoreState, 'channels' | 'rules'>,
): ChannelQueries {
  return {
    channels: async () => [...committed().channels.values()].sort(oldestFirst),
    rules: async () => [...committed().rules.values()].sort(oldestFirst),
  };
}

interface Aged {
  readonly id: string;
  readonly createdAt: number;
}

function oldestFirst(a: Aged, b: Aged): number {
  return a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1);
}
