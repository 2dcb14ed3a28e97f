import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from './eventually.ts';

export interface NginxProcess {
  stop(): Promise<void>;
}

const PROGRAM = 'nginx';

/** Whether this machine has an nginx. */
export function hasNginx(): boolean {
  return spawnSync(PROGRAM, ['-v']).error === undefined;
}

/** A real nginx with these `server` blocks; each is to listen on `port` or another of its own. */
export async function startNginx(port: number, servers: string): Promise<NginxProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'klaxon-test-nginx-'));
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  );
  const main = `daemon off; master_process off; pid ${folder}/pid; error_log stderr;`;
  const http = `http { access_log off; ${temporary.join(' ')} ${servers} }`;
  writeFileSync(join(folder, 'nginx.conf'), `${main} events {} ${http}`);
  const child = spawn(PROGRAM, ['-p', folder, '-c', 'nginx.conf'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let output = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  await eventually(async () => {
    if (child.exitCode !== null) throw new Error(`nginx ended at once:\n${output}`);
    return fetch(`http://127.0.0.1:${port}/`).then(
      () => true,
      () => null,
    );
  });
  return {
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
