import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** The account that PostgreSQL's programs run under. */
export interface PostgresAccount {
  /** Who must own PostgreSQL's files; `undefined` where it is whoever runs Klaxon. */
  readonly owner: Owner | undefined;
  /** What to spawn, and under which ids, to run `program` as that account. */
  command(program: string, args: readonly string[]): PostgresCommand;
}

export interface PostgresCommand {
  readonly file: string;
  readonly args: readonly string[];
  readonly ids: Partial<Owner>;
}

interface Owner {
  readonly uid: number;
  readonly gid: number;
}

const name = 'postgres';

/**
 * PostgreSQL refuses to run as root, so root hands it to the account `postgres`, made if missing.
 * @param paths folders that the account must be able to enter
 */
export function postgresAccount(paths: readonly string[]): PostgresAccount {
  if (process.getuid?.() !== 0) {
    return { owner: undefined, command: (file, args) => ({ file, args, ids: {} }) };
  }
  const owner = lookUp() ?? create();
  if (paths.every((path) => succeeds('stat', enter(path), owner))) {
    return { owner, command: (file, args) => ({ file, args, ids: owner }) };
  }
  const lend = lendReach(owner, paths);
  return {
    owner,
    command: (program, args) => ({ file: 'setpriv', args: [...lend, program, ...args], ids: {} }),
  };
}

/**
 * A clone below /root or in a private temporary folder is closed to other accounts. Root lends
 * PostgreSQL the one right it lacks; opening the folder to everybody would give away more.
 * @returns arguments for setpriv, to stand before the program
 */
function lendReach({ uid, gid }: Owner, paths: readonly string[]): string[] {
  for (const right of ['dac_read_search', 'dac_override']) {
    const args = [
      `--reuid=${uid}`,
      `--regid=${gid}`,
      '--clear-groups',
      `--inh-caps=+${right}`,
      `--ambient-caps=+${right}`,
    ];
    if (paths.every((path) => succeeds('setpriv', [...args, 'stat', ...enter(path)]))) return args;
  }
  throw new Error(
    `PostgreSQL cannot run as root, and the account "${name}" cannot reach ${paths.join(' and ')}. ` +
      'Run Klaxon as an ordinary user, put it where everybody may enter, or set DATABASE_URL.',
  );
}

// `test -x` would not do: it asks for the account's own rights and overlooks the one that is lent.
function enter(folder: string): string[] {
  return [`${folder}/.`];
}

function create(): Owner {
  const useradd = ['--system', '--user-group', '--no-create-home', name];
  if (!succeeds('useradd', useradd)) succeeds('adduser', ['-S', '-D', '-H', name]);
  const owner = lookUp();
  if (owner !== undefined) return owner;
  throw new Error(
    `PostgreSQL cannot run as root, and the account "${name}" could not be made. ` +
      'Run Klaxon as an ordinary user, make that account, or set DATABASE_URL.',
  );
}

function lookUp(): Owner | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid === undefined || gid === undefined
    ? undefined
    : { uid: Number(uid), gid: Number(gid) };
}

function succeeds(command: string, args: readonly string[], ids: Partial<Owner> = {}): boolean {
  try {
    execFileSync(command, args, { ...ids, stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
