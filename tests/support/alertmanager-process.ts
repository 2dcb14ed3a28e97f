import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from './eventually.ts';

/** Debian's name first, then the name of the project's own releases. */
const PROGRAMS = ['prometheus-alertmanager', 'alertmanager'];

/** The Alertmanager of this machine; null where there is none. */
export function findAlertmanager(): string | null {
  const found = PROGRAMS.find((program) => spawnSync(program, ['--version']).error === undefined);
  return found ?? null;
}

export interface AlertmanagerProcess {
  readonly url: string;
  /** Posts alerts as Prometheus does. */
  post(alerts: readonly PostedAlert[]): Promise<void>;
  /** Silences the alerts whose label has this value, for an hour. */
  silence(name: string, value: string): Promise<void>;
  stop(): Promise<void>;
}

interface PostedAlert {
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly startsAt?: string;
  readonly endsAt?: string;
}

/** A real Alertmanager that sends all its alerts to a webhook, with the shortest waits it allows. */
export async function startAlertmanager(
  program: string,
  webhookUrl: string,
): Promise<AlertmanagerProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'klaxon-alertmanager-'));
  const config = join(folder, 'alertmanager.yml');
  writeFileSync(
    config,
    `route:
  receiver: klaxon
  group_by: [service]
  group_wait: 1s
  group_interval: 1s
receivers:
  - name: klaxon
    webhook_configs:
      - url: ${webhookUrl}
        send_resolved: true
`,
  );
  const port = await freePort();
  const args = [
    `--config.file=${config}`,
    `--storage.path=${join(folder, 'data')}`,
    `--web.listen-address=127.0.0.1:${port}`,
    '--cluster.listen-address=',
  ];
  const child = spawn(program, args, { stdio: 'ignore' });
  const url = `http://127.0.0.1:${port}`;
  await eventually(() =>
    fetch(`${url}/-/ready`).then(
      (answer) => (answer.ok ? true : null),
      () => null,
    ),
  );
  const postJson = async (path: string, body: unknown): Promise<void> => {
    const answer = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!answer.ok)
      throw new Error(`Alertmanager answered ${answer.status}: ${await answer.text()}`);
  };
  return {
    url,
    post: (alerts) => postJson('/api/v2/alerts', alerts),
    silence(name, value) {
      const startsAt = new Date();
      const endsAt = new Date(startsAt.getTime() + 3_600_000);
      const matchers = [{ name, value, isRegex: false, isEqual: true }];
      const silence = { matchers, startsAt, endsAt, createdBy: 'test', comment: 'test' };
      return postJson('/api/v2/silences', silence);
    },
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || address === null) throw new Error('no port was given');
  return address.port;
}
