import type { ChannelRecord } from '../ports/channel-repository.ts';
import type { RuleRecord } from '../ports/rule-repository.ts';

/** Reads of the channels and rules that people have set up, oldest first. There are few: no pages. */
export interface ChannelQueries {
  channels(): Promise<readonly ChannelRecord[]>;
  rules(): Promise<readonly RuleRecord[]>;
}
