import type { MessageAction, Milliseconds, NumberedIncident } from '@klaxon/domain';
import type { ChannelDirectory } from '../../ports/channel-directory.ts';
import type { IncidentQueries } from '../../queries/incident-queries.ts';
import type { PersonNames } from '../../queries/person-names.ts';
import type { ChangeDeps } from '../../shared/change-deps.ts';

export interface NotificationDeps extends ChangeDeps {
  readonly directory: ChannelDirectory;
  readonly queries: Pick<IncidentQueries, 'events' | 'leadingAlert'>;
  readonly personNames: PersonNames;
  /** Ids of the channels that took the last message this process had for them. */
  readonly answering: Set<string>;
  /** What the reader of a message may do from it; none where there is no SECRET_KEY to sign with. */
  readonly actionsFor: (incident: NumberedIncident) => readonly MessageAction[];
  /** From 0 to 1, another one each time. */
  readonly jitter: () => number;
  /** Lets time pass. */
  readonly pause: (time: Milliseconds) => Promise<void>;
  /** Where people reach Klaxon, without a slash at the end; null where nobody said. */
  readonly publicUrl: string | null;
}
