import {
  type AttemptOutcome,
  conflict,
  incidentMessage,
  makeLabels,
  notFound,
  TEST_HEADLINE,
} from '@klaxon/domain';
import type { ByCaller } from '../../shared/caller.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import type { ChannelIdInput } from '../channels/delete-channel.ts';
import type { NotificationDeps } from './notification-deps.ts';

/**
 * Sends a message that says it is a test, at once, and answers what the provider said.
 *
 * @throws DomainError `not-found`; `conflict` for a channel that is disabled
 */
export function makeTestChannel(
  deps: Pick<NotificationDeps, 'unitOfWork' | 'directory' | 'clock' | 'ids'>,
) {
  const { unitOfWork, directory, clock, ids } = deps;
  return async ({ actor, channelId }: ByCaller & ChannelIdInput): Promise<AttemptOutcome> => {
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
    const message = {
      ...incidentMessage('created', incident, about),
      headline: TEST_HEADLINE,
      isTest: true,
    } as const;
    const outcome = await notifier.send(message, { deliveryId: ids.next(), firstProviderId: null });
    await unitOfWork.run((tx) =>
      tx.audit.append([
        auditEntry(deps, actor, {
          action: 'channel.tested',
          target: { kind: 'channel', id: channelId, name: channel.name },
          after: { result: outcome.result },
        }),
      ]),
    );
    return outcome;
  };
}
