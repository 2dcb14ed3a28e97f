import {
  type AttemptOutcome,
  conflict,
  incidentMessage,
  makeLabels,
  notFound,
} from '@klaxon/domain';
import type { NotificationTools } from './notification-tools.ts';

/**
 * Sends a message that says it is a test, at once, and answers what the provider said.
 *
 * @throws DomainError `not-found`; `conflict` for a channel that is disabled
 */
export function makeTestChannel({
  directory,
  clock,
  ids,
}: Pick<NotificationTools, 'directory' | 'clock' | 'ids'>): (
  channelId: string,
) => Promise<AttemptOutcome> {
  return async (channelId) => {
    const channel = (await directory.channels()).find(({ id }) => id === channelId);
    if (!channel) throw notFound(`There is no channel ${channelId}.`);
    const notifier = await directory.notifier(channelId);
    if (!notifier) throw conflict('This channel is disabled: enable it, then test it.');
    const now = clock.now();
    const incident = {
      id: ids.next(),
      number: 0,
      status: 'open',
      title: 'This is a test message',
      description: 'Klaxon can reach you through this channel. Nothing is wrong.',
      severity: 'low',
      labels: makeLabels([['service', 'klaxon']]),
      groupKey: null,
      assigneeId: null,
      createdAt: now,
      updatedAt: now,
      snoozedUntil: null,
      staleSince: null,
      version: 1,
    } as const;
    // There is no such incident, so there is no link to it.
    const about = { reason: 'Somebody asked for a test.', firingAlerts: 0, publicUrl: null };
    const message = incidentMessage('created', incident, about);
    return notifier.send(message, { deliveryId: ids.next(), firstProviderId: null });
  };
}
