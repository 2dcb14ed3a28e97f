import type { Notifier, SendOutcome } from '@klaxon/application';
import type { IncidentMessage } from '@klaxon/domain';

/** A channel that keeps what it was given and answers what the test told it to, else that it was sent. */
export class RecordingNotifier implements Notifier {
  readonly channel: string;
  readonly messages: IncidentMessage[] = [];
  readonly #answers: SendOutcome[] = [];

  constructor(channel = 'slack') {
    this.channel = channel;
  }

  /** What the next attempts come to, in this order. */
  answer(...outcomes: readonly SendOutcome[]): void {
    this.#answers.push(...outcomes);
  }

  async send(message: IncidentMessage): Promise<SendOutcome> {
    this.messages.push(message);
    return (
      this.#answers.shift() ?? { result: 'sent', providerId: `message-${this.messages.length}` }
    );
  }
}
