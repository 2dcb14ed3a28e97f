import { DomainError } from '@klaxon/domain';

/** Another transaction got in the way; the same work may succeed when it is done once more. */
export class StaleSnapshotError extends Error {
  override readonly name = 'StaleSnapshotError';
}

const NETWORK_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'ETIMEDOUT',
  'EPIPE',
  'EAI_AGAIN',
  'ENOENT',
]);
const POOL_MESSAGES =
  /timeout exceeded when trying to connect|Connection terminated|Query read timeout|Client was closed|Can't reach database/;
/** Prisma: cannot reach (P1001, P1002, P1008, P1017), no transaction in time (P2024, P2028). */
const PRISMA_UNAVAILABLE = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028']);
const UNRESOLVED_GROUP = 'incidents_unresolved_group_unique';
const CHANNEL_NAME = 'notification_channels_name_unique';
const TRIES = 5;

/**
 * Runs work that a concurrent transaction may upset, a few times, and speaks of what is left in the
 * domain's words.
 *
 * @throws DomainError `unavailable` when the database cannot be reached or answers too late
 */
export async function withRetries<T>(
  attempt: () => Promise<T>,
  isUpset: (error: unknown) => boolean = isTransient,
): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (tries < TRIES && isUpset(error)) continue;
      throw toDomainError(error);
    }
  }
}

/** Class 40 of SQLSTATE (serialisation failure, deadlock), or a write based on an outdated read. */
export function isTransient(error: unknown): boolean {
  if (error instanceof StaleSnapshotError) return true;
  return causes(error).some(({ code }) => code === 'P2034' || code.startsWith('40'));
}

export function breaksUnresolvedGroup(error: unknown): boolean {
  return breaksUnique(error, UNRESOLVED_GROUP);
}

function breaksUnique(error: unknown, constraint: string): boolean {
  return causes(error).some(
    ({ code, text }) => (code === '23505' || code === 'P2002') && text.includes(constraint),
  );
}

function toDomainError(error: unknown): unknown {
  if (error instanceof DomainError) return error;
  if (breaksUnresolvedGroup(error))
    return new DomainError(
      'conflict',
      'Another incident of the same group is unresolved; work on that one.',
    );
  if (breaksUnique(error, CHANNEL_NAME))
    return new DomainError('conflict', 'Another channel has this name already.');
  if (isTransient(error) || isUnavailable(error))
    return new DomainError(
      'unavailable',
      'The database is not available right now. Try again shortly.',
      [],
      {
        cause: error,
      },
    );
  return error;
}

/** Classes 08 (connection), 53 (out of resources), 57 (shut down, cancelled) and 55P03 (lock timeout). */
export function isUnavailable(error: unknown): boolean {
  return causes(error).some(
    ({ code, text }) =>
      /^(08...|53...|57...|55P03)$/.test(code) ||
      NETWORK_CODES.has(code) ||
      PRISMA_UNAVAILABLE.has(code) ||
      POOL_MESSAGES.test(text),
  );
}

interface Cause {
  readonly code: string;
  readonly text: string;
}

/** The error and what lies beneath it: drivers and Prisma wrap the code that PostgreSQL gave. */
function causes(error: unknown, depth = 0): readonly Cause[] {
  if (typeof error !== 'object' || error === null || depth > 6) return [];
  const field = (name: string): unknown => Reflect.get(error, name);
  const code = [field('originalCode'), field('code')].find((value) => typeof value === 'string');
  const text = [field('message'), field('originalMessage'), field('constraint')].filter(
    (value) => value !== undefined,
  );
  const beneath = ['cause', 'meta', 'driverAdapterError'].flatMap((name) =>
    causes(field(name), depth + 1),
  );
  return [
    {
      code: typeof code === 'string' ? code : '',
      text: text.map((value) => JSON.stringify(value)).join(' '),
    },
    ...beneath,
  ];
}
