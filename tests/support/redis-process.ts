import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { eventually } from './eventually.ts';
import { freePort } from './free-port.ts';

export interface RedisProcess {
  readonly url: string;
  stop(): Promise<void>;
}

const PROGRAM = 'redis-server';

/** Whether this machine has a Redis. */
export function hasRedis(): boolean {
  return spawnSync(PROGRAM, ['--version']).error === undefined;
}

/** A real Redis that keeps nothing. */
export async function startRedis(): Promise<RedisProcess> {
  const port = await freePort();
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const child = spawn(PROGRAM, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  await eventually(() => {
    if (child.exitCode !== null) throw new Error(`Redis ended at once:\n${output}`);
    return output.includes('Ready to accept connections') || null;
  });
  return {
    url: `redis://127.0.0.1:${port}`,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}
