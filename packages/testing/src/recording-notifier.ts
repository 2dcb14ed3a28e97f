import type { Conversation, Notifier, SendOutcome } from '@klaxon/application';
import type { BundleMessage, IncidentMessage } from '@klaxon/domain';

/** What reached a channel: one message, or a bundle of many. */
export type Received =
  | ({ readonly message: IncidentMessage } & Conversation)
  | { readonly bundle: BundleMessage; readonly deliveryId: string };

/** A channel that keeps what it was given and answers what the test told it to, else that it was sent. */
export class RecordingNotifier implements Notifier {
  /** All that it was asked to send, whatever came of it. */
  readonly attempts: Received[] = [];
  /** What arrived. */
  readonly received: Received[] = [];
  readonly updates: { readonly message: IncidentMessage; readonly providerId: string }[] = [];
  /** While set, nothing arrives and every attempt comes to this. */
  away: SendOutcome | null = null;
  /** Runs once a message has arrived, before its sender hears of it: for workers that end or stand still. */
  afterArrival: () => Promise<void> = async () => {};
  readonly #answers: SendOutcome[] = [];

  /** What the next attempts come to, in this order. */
  answer(...outcomes: readonly SendOutcome[]): void {
    this.#answers.push(...outcomes);
  }

  /** The messages that arrived one by one. */
  get messages(): readonly IncidentMessage[] {
    return this.received.flatMap((one) => ('message' in one ? one.message : []));
  }

  get bundles(): readonly BundleMessage[] {
    return this.received.flatMap((one) => ('bundle' in one ? one.bundle : []));
  }

  send(message: IncidentMessage, conversation: Conversation): Promise<SendOutcome> {
    return this.#take({ message, ...conversation });
  }

  sendBundle(bundle: BundleMessage, deliveryId: string): Promise<SendOutcome> {
    return this.#take({ bundle, deliveryId });
  }

  async update(message: IncidentMessage, providerId: string): Promise<SendOutcome> {
    this.updates.push({ message, providerId });
    return { result: 'sent', providerId };
  }

  async #take(received: Received): Promise<SendOutcome> {
    this.attempts.push(received);
    const outcome = this.#answers.shift() ??
      this.away ?? { result: 'sent', providerId: `message-${this.received.length + 1}` };
    if (outcome.result !== 'sent') return outcome;
    this.received.push(received);
    await this.afterArrival();
    return outcome;
  }
}
