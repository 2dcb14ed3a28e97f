import type { FailingChannel, Instant, StatusFacts } from '@klaxon/domain';

export type RecordedStatus = Pick<StatusFacts, 'failing' | 'rejected' | 'firsts'>;

/** What the rows tell of how Klaxon fares, at about the same cost however many there are. */
export interface StatusQueries {
  /**
   * @param channelIds the channels whose last messages are looked at, the last hundred of each
   * @param from how far back messages and rejected alerts count
   */
  recorded(
    channelIds: readonly FailingChannel['channelId'][],
    from: Instant,
  ): Promise<RecordedStatus>;
}
