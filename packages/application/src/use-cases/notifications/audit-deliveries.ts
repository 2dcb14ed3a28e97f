import { CLAIM_EXPIRES_AFTER, SECOND } from '@klaxon/domain';
import { attemptJob, type NotificationTools } from './notification-tools.ts';

const AUDIT_EVERY = 10 * SECOND;
const AT_ONCE = 500;

/**
 * Sees to it that whatever is due is tried: the rows are the truth and the queue only the alarm clock.
 * Also what a worker has claimed and sits on.
 */
export function makeAuditDeliveries({
  unitOfWork,
  clock,
}: Pick<NotificationTools, 'unitOfWork' | 'clock'>): () => Promise<void> {
  return () =>
    unitOfWork.run(async (tx) => {
      const now = clock.now();
      const due = await tx.deliveries.due(now, now - CLAIM_EXPIRES_AFTER, AT_ONCE);
      await tx.jobs.add([
        ...due.map((delivery) => attemptJob(delivery, now)),
        { name: 'audit_deliveries', payload: {}, runAt: now + AUDIT_EVERY, key: 'audit' },
      ]);
    });
}
