import { KNOWN_PLACE_LIFETIME, type SessionPolicy } from '@klaxon/domain';
import type { ChangeDeps } from '../../shared/change-deps.ts';

/** Forgets sessions and links that have ended, and places not used any more: they let nobody in, and are kept for nothing. */
export function makePruneSessions({
  unitOfWork,
  clock,
  policy,
}: Pick<ChangeDeps, 'unitOfWork' | 'clock'> & { readonly policy: SessionPolicy }) {
  return async (): Promise<void> => {
    const now = clock.now();
    await unitOfWork.run(async (tx) => {
      await tx.sessions.deleteEnded(now, now - policy.idle);
      await tx.invitations.deleteExpired(now);
      await tx.knownPlaces.deleteUnused(now - KNOWN_PLACE_LIFETIME);
    });
  };
}
