import {
  type ChannelDirectory,
  type ChannelQueries,
  type ChannelRecord,
  type Clock,
  type Notifier,
  openChannel,
  type SecretBox,
  type SendOutcome,
  unknownType,
} from '@klaxon/application';
import {
  type ChannelSettings,
  type ChannelTypes,
  DomainError,
  type Instant,
  type NotificationRule,
  SECOND,
} from '@klaxon/domain';
import type { ClosableNotifier } from './channel-provider.ts';

export interface ChannelDirectoryParts {
  readonly environment: ChannelDirectory;
  readonly queries: ChannelQueries;
  readonly types: ChannelTypes;
  readonly box: SecretBox;
  readonly clock: Clock;
  /** @throws DomainError `invalid` for settings that could never work */
  readonly build: (settings: ChannelSettings) => ClosableNotifier;
}

/** How long what was read counts as the present: a storm must not read the channels for each message. */
const FRESH_FOR = 2 * SECOND;

interface Snapshot {
  readonly channels: readonly ChannelRecord[];
  readonly rules: readonly NotificationRule[];
}

interface Built {
  readonly updatedAt: Instant;
  readonly notifier: ClosableNotifier;
}

/** The channels of the environment and of the database, with a notifier for each that lasts until it is edited. */
export class CombinedChannelDirectory implements ChannelDirectory {
  readonly #parts: ChannelDirectoryParts;
  readonly #built = new Map<string, Built>();
  readonly #closing = new Set<Promise<void>>();
  #read: { readonly at: Instant; readonly snapshot: Promise<Snapshot> } | null = null;

  constructor(parts: ChannelDirectoryParts) {
    this.#parts = parts;
  }

  async channels() {
    const { channels } = await this.#snapshot();
    const own = channels.map(({ id, name, type, enabled, fallback }) => ({
      id,
      name,
      type,
      enabled,
      fallback,
    }));
    return [...(await this.#parts.environment.channels()), ...own];
  }

  async rules() {
    return (await this.#snapshot()).rules;
  }

  async notifier(channelId: string): Promise<Notifier | null> {
    const configured = await this.#parts.environment.notifier(channelId);
    if (configured) return configured;
    const { channels } = await this.#snapshot();
    const channel = channels.find(({ id }) => id === channelId);
    return channel?.enabled ? this.#notifierOf(channel) : null;
  }

  /** Reads the channels again the next time: for somebody who has just edited one. */
  forget(): void {
    this.#read = null;
  }

  /** Lets what is on its way finish. */
  async close(): Promise<void> {
    for (const id of this.#built.keys()) this.#drop(id);
    await Promise.all(this.#closing);
  }

  #snapshot(): Promise<Snapshot> {
    const now = this.#parts.clock.now();
    const age = this.#read ? now - this.#read.at : Number.POSITIVE_INFINITY;
    if (this.#read && age >= 0 && age < FRESH_FOR) return this.#read.snapshot;
    const snapshot = this.#load();
    this.#read = { at: now, snapshot };
    // A database that was away is asked again at once, not after the while a good answer lasts.
    snapshot.catch(() => {
      if (this.#read?.snapshot === snapshot) this.#read = null;
    });
    return snapshot;
  }

  async #load(): Promise<Snapshot> {
    const { queries } = this.#parts;
    const [channels, rules] = await Promise.all([queries.channels(), queries.rules()]);
    const inUse = new Set(channels.flatMap(({ id, enabled }) => (enabled ? [id] : [])));
    for (const id of this.#built.keys()) if (!inUse.has(id)) this.#drop(id);
    return { channels, rules };
  }

  #notifierOf(channel: ChannelRecord): Notifier {
    const { id, updatedAt } = channel;
    const known = this.#built.get(id);
    // Whoever still holds an older reading of the channel gets the newer notifier.
    if (known && known.updatedAt >= updatedAt) return known.notifier;
    if (known) this.#drop(id);
    const notifier = this.#build(channel);
    this.#built.set(id, { updatedAt, notifier });
    return notifier;
  }

  #build(channel: ChannelRecord): ClosableNotifier {
    const { types, build } = this.#parts;
    // Its messages are for a newer process to send, however one came here.
    if (!types.has(channel.type))
      return brokenNotifier({
        result: 'retry',
        error: unknownType(channel.type),
        retryAfter: null,
      });
    try {
      return build(openChannel(this.#parts, channel));
    } catch (error) {
      if (error instanceof DomainError)
        return brokenNotifier({ result: 'failed', error: error.message });
      throw error;
    }
  }

  #drop(id: string): void {
    const closing = this.#built.get(id)?.notifier.close?.();
    this.#built.delete(id);
    if (!closing) return;
    const done = closing.catch(() => {}).finally(() => this.#closing.delete(done));
    this.#closing.add(done);
  }
}

/** A channel that cannot tell anybody anything, and says why each time. */
function brokenNotifier(outcome: SendOutcome): Notifier {
  const fail = async () => outcome;
  return { send: fail, sendBundle: fail };
}
