import type { Notifier } from '@klaxon/application';
import type { IncidentMessage } from '@klaxon/domain';

/** For a bot that Klaxon does not listen to: a button that does nothing is worse than none. */
export function withoutActions<T extends Notifier>(notifier: T): T {
  const bare = (message: IncidentMessage): IncidentMessage => ({ ...message, actions: [] });
  const { update } = notifier;
  return {
    ...notifier,
    send: (message, conversation) => notifier.send(bare(message), conversation),
    ...(update && {
      update: (message: IncidentMessage, first: string) =>
        update.call(notifier, bare(message), first),
    }),
  };
}
