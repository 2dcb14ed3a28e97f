import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/**
 * What tells a process from a later one that got the same number: when it started.
 * `undefined` where no such process lives.
 */
export function processIdentity(pid: number): string | undefined {
  if (process.platform !== 'linux') return ps(pid, 'lstart=');
  try {
    // Fields after the command's closing bracket: [0] is the state, [19] the start in clock ticks.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    if (fields[0] === 'Z') return undefined;
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot} ${fields[19]}`;
  } catch {
    return undefined;
  }
}

/**
 * The PostgreSQL processes at work in `dataFolder` (a real path), the server and its children.
 * `candidate` is the server's number as the folder itself tells it.
 */
export function postgresProcesses(dataFolder: string, candidate: number | undefined): number[] {
  if (process.platform !== 'linux') {
    const command = candidate === undefined ? undefined : ps(candidate, 'command=');
    return candidate !== undefined && command?.includes(dataFolder) ? [candidate] : [];
  }
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && worksAsPostgresIn(name, dataFolder))
    .map(Number);
}

function worksAsPostgresIn(pid: string, dataFolder: string): boolean {
  try {
    return (
      readlinkSync(`/proc/${pid}/cwd`) === dataFolder &&
      readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === 'postgres'
    );
  } catch {
    return false;
  }
}

function ps(pid: number, column: string): string | undefined {
  try {
    const output = execFileSync('ps', ['-o', column, '-p', String(pid)], { encoding: 'utf8' });
    return output.trim() || undefined;
  } catch {
    return undefined;
  }
}
