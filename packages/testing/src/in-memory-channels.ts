import type { ChannelDirectory } from '@klaxon/application';
import type { Channel, NotificationRule } from '@klaxon/domain';
import { RecordingNotifier } from './recording-notifier.ts';

/** Channels that a test makes, renames, switches off and takes away, each with a notifier that records. */
export class InMemoryChannels implements ChannelDirectory {
  readonly #channels = new Map<string, { channel: Channel; notifier: RecordingNotifier }>();
  #rules: readonly NotificationRule[] = [];

  /** Adds a channel, or changes the one of this id. */
  set(id: string, overrides: Partial<Omit<Channel, 'id'>> = {}): RecordingNotifier {
    const known = this.#channels.get(id);
    const base = { name: id, type: 'slack', enabled: true, fallback: false } as const;
    const notifier = known?.notifier ?? new RecordingNotifier();
    this.#channels.set(id, { channel: { ...base, ...known?.channel, ...overrides, id }, notifier });
    return notifier;
  }

  remove(id: string): void {
    this.#channels.delete(id);
  }

  setRules(...rules: readonly NotificationRule[]): void {
    this.#rules = rules;
  }

  async channels(): Promise<readonly Channel[]> {
    return [...this.#channels.values()].map(({ channel }) => channel);
  }

  async rules(): Promise<readonly NotificationRule[]> {
    return this.#rules;
  }

  async notifier(channelId: string): Promise<RecordingNotifier | null> {
    const known = this.#channels.get(channelId);
    return known?.channel.enabled ? known.notifier : null;
  }
}
