import { isConsequence } from '../database/database-errors.ts';

/**
 * Statements that are sent at once. After one that fails PostgreSQL refuses the others, whose errors
 * say only that; all are waited for, lest one is still sent when the transaction is over.
 */
export async function together(sent: readonly Promise<unknown>[]): Promise<void> {
  const failures = (await Promise.allSettled(sent)).flatMap((one) =>
    one.status === 'rejected' ? [{ reason: one.reason }] : [],
  );
  const failure = failures.find(({ reason }) => !isConsequence(reason)) ?? failures[0];
  if (failure) throw failure.reason;
}
