import { conflict, DomainError, invalid } from '@klaxon/domain';

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
const TRIES = 5;

/** What it means that a constraint was broken, by its name: said here once. */
const CONSTRAINTS: Readonly<Record<string, () => DomainError>> = {
  [UNRESOLVED_GROUP]: () =>
    conflict('Another incident of the same group is unresolved; work on that one.'),
  notification_channels_name_unique: () => conflict('Another channel has this name already.'),
  users_email_unique: () => conflict('Another user has this e-mail address already.'),
  users_oidc_unique: () => conflict('Another user is this account of the OpenID provider already.'),
  teams_name_unique: () => conflict('Another team has this name already.'),
  services_name_unique: () => conflict('This service is there already.'),
  api_keys_name_unique: () => conflict('Another API key has this name already.'),
  integrations_name_unique: () => conflict('Another integration has this name already.'),
  team_members_team_id_fkey: () => invalid('team_ids', 'there is no such team'),
  services_team_id_fkey: () => invalid('team_id', 'there is no such team'),
  api_keys_team_id_fkey: () => invalid('team_id', 'there is no such team'),
  integrations_team_id_fkey: () => invalid('team_id', 'there is no such team'),
};

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

/** 25P02: a statement of a transaction that had failed before it. */
export function isConsequence(error: unknown): boolean {
  return causes(error).some(({ code }) => code === '25P02');
}

export function breaksUnresolvedGroup(error: unknown): boolean {
  return brokenConstraint(error) === UNRESOLVED_GROUP;
}

/** Unique (23505, P2002) and foreign key (23503, P2003); the name of the constraint stands somewhere in the text. */
function brokenConstraint(error: unknown): string | null {
  const broken = causes(error).filter(({ code }) => /^(23505|P2002|23503|P2003)$/.test(code));
  return (
    Object.keys(CONSTRAINTS).find((name) => broken.some(({ text }) => text.includes(name))) ?? null
  );
}

function toDomainError(error: unknown): unknown {
  if (error instanceof DomainError) return error;
  const constraint = brokenConstraint(error);
  const meant = constraint === null ? undefined : CONSTRAINTS[constraint];
  if (meant) return meant();
  if (isTransient(error) || isUnavailable(error))
    return new DomainError('unavailable', `${reasonOf(error)} Try again shortly.`, [], {
      cause: error,
    });
  return error;
}

/** What an operator has to know, by SQLSTATE. */
const REASONS: Readonly<Record<string, string>> = {
  '53100': 'The disk of the database is full.',
  '53200': 'The database is out of memory.',
  '53300': 'The database has no connection left.',
  '25006': 'The database only reads: it is a replica, or was made read-only.',
};

function reasonOf(error: unknown): string {
  const codes = causes(error).map(({ code }) => code);
  const known = codes.find((code) => Object.hasOwn(REASONS, code));
  return (known && REASONS[known]) ?? 'The database is not available right now.';
}

/** Classes 08 (connection), 53 (out of resources), 57 (shut down, cancelled), 55P03 (lock timeout), 25006 (read-only). */
export function isUnavailable(error: unknown): boolean {
  return causes(error).some(
    ({ code, text }) =>
      /^(08...|53...|57...|55P03|25006)$/.test(code) ||
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
