import type { Clock, Notifier } from '@klaxon/application';
import type { ChannelFields, ChannelType } from '@klaxon/domain';
import type { AllowPrivate } from './shared/private-addresses.ts';

/** A notifier that may hold connections. */
export type ClosableNotifier = Notifier & { close?(): Promise<void> };

/** What a notifier needs beside the settings of its channel. */
export interface Surroundings {
  /** Where the provider's API is; empty for one without. */
  readonly apiUrl: string;
  /** Whose private addresses webhooks may lead to, and which mail servers may have one. */
  readonly allowPrivate: { readonly webhooks: AllowPrivate; readonly smtp: AllowPrivate };
  /** Tokens of the bots whose buttons Klaxon hears of; the messages of any other carry none. */
  readonly heard: readonly string[];
  /** Dates what is signed. */
  readonly clock: Clock;
}

/** A type of channel with what it takes to reach people. */
export interface ChannelProvider extends ChannelType {
  /** The provider's API, and the variable that says where else it is. */
  readonly api?: { readonly url: string; readonly variable: string };
  /** Fills in what the environment may leave out. */
  readonly completeFromEnvironment?: (fields: ChannelFields) => ChannelFields;
  /** @throws DomainError `invalid` for settings that could never work */
  build(fields: ChannelFields, surroundings: Surroundings): ClosableNotifier;
}
