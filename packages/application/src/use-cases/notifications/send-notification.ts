import {
  announcementOf,
  type DecidedChange,
  incidentMessage,
  LAST_ATTEMPT,
  recordChanges,
  retryDelay,
  SYSTEM,
} from '@klaxon/domain';
import type { JobPayloads } from '../../ports/jobs.ts';
import type { Notifier, SendOutcome } from '../../ports/notifier.ts';
import type { IncidentQueries } from '../../queries/incident-queries.ts';
import type { IncidentTools } from '../incidents/change-incident.ts';

export interface NotificationTools extends IncidentTools {
  readonly queries: Pick<IncidentQueries, 'events'>;
  readonly notifiers: readonly Notifier[];
  /** Where people reach Klaxon, without a slash at the end; null where nobody said. */
  readonly publicUrl: string | null;
}

type Attempt = JobPayloads['send_notification'];

/**
 * One attempt at one message on one channel. Sends outside any transaction, then records what came of
 * it; a failure that may pass adds the next attempt. Killed in between, the job runs again: a message
 * may come twice, never not at all.
 */
export function makeSendNotification(
  tools: NotificationTools,
): (attempt: Attempt) => Promise<void> {
  return async (attempt) => {
    const notifier = tools.notifiers.find((candidate) => candidate.channel === attempt.channel);
    const [announced] = await tools.queries.events([attempt.eventId]);
    const kind = announced && announcementOf(announced.event, announced.incident.status);
    if (!notifier || !announced || !kind) return;
    const { event, incident, firingAlerts } = announced;
    const about = { reason: event.reason, firingAlerts, publicUrl: tools.publicUrl };
    const outcome = await notifier.send(incidentMessage(kind, incident, about));
    await record(tools, attempt, incident.id, kind, outcome);
  };
}

async function record(
  { unitOfWork, clock, ids }: NotificationTools,
  attempt: Attempt,
  incidentId: string,
  about: string,
  outcome: SendOutcome,
): Promise<void> {
  await unitOfWork.run(async (tx) => {
    const now = clock.now();
    if (outcome.result === 'retry' && attempt.attempt < LAST_ATTEMPT) {
      const runAt = now + retryDelay(attempt.attempt, outcome.retryAfter);
      const payload = { ...attempt, attempt: attempt.attempt + 1 };
      await tx.jobs.add([{ name: 'send_notification', payload, runAt }]);
      return;
    }
    const incident = await tx.incidents.get(incidentId);
    const change = outcomeChange(attempt.channel, about, outcome);
    const recorded = recordChanges(incident, [change], {
      actor: SYSTEM,
      at: now,
      newId: () => ids.next(),
    });
    await tx.incidents.update(recorded.incident);
    await tx.timeline.append(recorded.events);
  });
}

function outcomeChange(channel: string, about: string, outcome: SendOutcome): DecidedChange {
  if (outcome.result === 'sent')
    return {
      type: 'notification_sent',
      data: { channel, about },
      reason: `Told through ${channel}.`,
    };
  const { error } = outcome;
  return {
    type: 'notification_failed',
    data: { channel, about, error },
    reason: `${channel} failed: ${error}`,
  };
}
