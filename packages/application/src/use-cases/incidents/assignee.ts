import { type Actor, DomainError, invalid, isUuid, type Named, namedActor } from '@klaxon/domain';
import type { Transaction } from '../../ports/unit-of-work.ts';
import type { ChangeDeps } from '../../shared/change-deps.ts';

export interface AssigningDeps extends ChangeDeps {
  /** Whether only users can be assigned. Where nobody signs in, any name will do. */
  readonly usersOnly: boolean;
}

const NOBODY = 'must be the id of a user, see /api/users';

/**
 * Somebody who is to work on an incident. Who acts may always take it on: a channel may know them by
 * a name of its own.
 *
 * @throws DomainError `invalid` (path `assignee_id`)
 */
export async function assigneeOf(
  tx: Transaction,
  { usersOnly }: Pick<AssigningDeps, 'usersOnly'>,
  actor: Actor,
  id: string | null,
): Promise<Named | null> {
  if (id === null) return null;
  if (id === actor.id) return namedActor(actor);
  const user = isUuid(id) ? await userOf(tx, id) : null;
  if (user === null && usersOnly) throw invalid('assignee_id', NOBODY);
  if (user !== null && user.deactivatedAt !== null)
    throw invalid('assignee_id', `${user.name} was deactivated and cannot be assigned`);
  return user ?? { id, name: id };
}

async function userOf(tx: Transaction, id: string) {
  try {
    return await tx.users.get(id);
  } catch (error) {
    if (error instanceof DomainError && error.kind === 'not-found') return null;
    throw error;
  }
}
