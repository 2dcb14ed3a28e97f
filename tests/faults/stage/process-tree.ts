import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A process and all below it; itself alone where it has ended. */
export function processTree(pid: number): readonly number[] {
  return [pid, ...childrenOf(pid).flatMap(processTree)];
}

/** Sends a signal to each that still lives. */
export function signalAll(pids: readonly number[], signal: NodeJS.Signals): void {
  for (const pid of pids)
    try {
      process.kill(pid, signal);
    } catch {
      // It has ended already.
    }
}

function childrenOf(pid: number): readonly number[] {
  // Small images of Linux have no ps, and other systems no /proc.
  if (process.platform !== 'linux')
    return execFileSync('ps', ['-A', '-o', 'ppid=,pid='], { encoding: 'utf8' })
      .split('\n')
      .map((line) => line.trim().split(/\s+/).map(Number))
      .flatMap(([parent, child = 0]) => (parent === pid ? child : []));
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
    return children.trim().split(' ').filter(Boolean).map(Number);
  } catch {
    // It has ended.
    return [];
  }
}
