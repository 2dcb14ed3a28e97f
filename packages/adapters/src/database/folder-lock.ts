import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { types } from 'node:util';
import { processIdentity } from './process-identity.ts';

export class FolderInUseError extends Error {
  override readonly name = 'FolderInUseError';
  /** The process that holds the folder. */
  readonly pid: number;

  constructor(folder: string, pid: number) {
    super(
      `Another Klaxon (process ${pid}) already runs on the data folder ${folder}. ` +
        'Stop it first, or give this one a data folder of its own.',
    );
    this.pid = pid;
  }
}

/**
 * Takes `file` as the mark that this process alone works on `folder`, and answers how to give it
 * back. The mark of a process that no longer lives is taken over.
 * @throws FolderInUseError where another living process holds it.
 */
export function lockFolder(folder: string, file: string): () => void {
  const mine = `${process.pid} ${processIdentity(process.pid)}\n`;
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, mine);
  try {
    // A link makes the whole file appear at once: nobody reads a lock that is half written.
    while (!tryLink(draft, file)) takeAwayIfStale(folder, file);
  } finally {
    rmSync(draft, { force: true });
  }
  return () => {
    if (read(file) === mine) rmSync(file, { force: true });
  };
}

function takeAwayIfStale(folder: string, file: string): void {
  const found = read(file);
  if (found === undefined) return;
  const holder = livingHolder(found);
  if (holder !== undefined) throw new FolderInUseError(folder, holder);

  // Between reading and now another process may have taken the stale lock over: what was moved
  // aside goes back unless it is what was read.
  const aside = `${file}.stale-${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (read(aside) !== found) tryLink(aside, file);
  rmSync(aside, { force: true });
}

function livingHolder(content: string): number | undefined {
  const [, pid, identity] = /^(\d+) (.+)\n$/.exec(content) ?? [];
  if (pid === undefined || identity === undefined) return undefined;
  return processIdentity(Number(pid)) === identity ? Number(pid) : undefined;
}

function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (types.isNativeError(error) && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
