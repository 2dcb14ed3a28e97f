/** What a provider reports when people press the buttons in its messages. */
export interface Interactions<Proof> {
  /** Whether the provider itself sent this. */
  isGenuine(proof: Proof): boolean;
  /**
   * Does what the person asked for and tells them what came of it. What is no button of Klaxon's is
   * let pass. The same interaction may come several times.
   *
   * @throws DomainError `invalid` for what the provider would never send, `unavailable` when another try is worth it
   */
  receive(interaction: unknown): Promise<void>;
}

export interface SlackProof {
  /** As it came, byte by byte. */
  readonly body: Uint8Array;
  /** `X-Slack-Request-Timestamp` */
  readonly timestamp: string;
  /** `X-Slack-Signature` */
  readonly signature: string;
}

export interface TelegramProof {
  /** `X-Telegram-Bot-Api-Secret-Token` */
  readonly secretToken: string;
}
