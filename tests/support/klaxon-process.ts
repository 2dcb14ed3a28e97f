import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { eventually } from './eventually.ts';
import { onExit } from './on-exit.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** A demo invents its past first. */
const STARTS_WITHIN_MS = 120_000;
const PROBES = /answers probes at (http\S+)\/ready/;
const RUNNING = /Dashboard\s+(\S+)\s+API and documentation\s+(http\S+)\/docs/;
const TOKEN = /#token=(\S+)/;

export interface KlaxonProcess {
  /** Where it serves: a worker, probes alone. */
  readonly url: string;
  readonly pid: number;
  /** Whether it has ended, by itself or by a signal. */
  hasEnded(): boolean;
  /** What it printed for a browser: in local mode with the token that lets people in. */
  readonly address: string;
  /** What a program sends to be let in, in local mode: `createKlaxonClient({ baseUrl: url, headers })`. */
  readonly headers: Readonly<Record<string, string>>;
  /** What a browser keeps once it was at the address. */
  readonly cookies: readonly {
    readonly name: string;
    readonly value: string;
    readonly url: string;
  }[];
  /** All that it has written so far. */
  output(): string;
  /** Sends a signal and waits for the end; answers the exit code, null where the signal ended it. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** Starts the real server, as `npm start` does after its set-up, and waits until it serves. */
export async function startKlaxon(
  env: Record<string, string>,
  command: 'start' | 'api' | `demo ${string}` = 'start',
): Promise<KlaxonProcess> {
  const { child, output } = launch(command, env);
  const [address, url] = await eventually(() => {
    if (child.exitCode !== null) throw new Error(`Klaxon ended at once:\n${output()}`);
    const [, shown, served] = RUNNING.exec(output()) ?? [];
    return shown !== undefined && served !== undefined ? ([shown, served] as const) : null;
  }, STARTS_WITHIN_MS);
  return { ...ending(child), url, address, ...proofs(url, address), output };
}

function proofs(url: string, address: string): Pick<KlaxonProcess, 'headers' | 'cookies'> {
  const token = TOKEN.exec(address)?.[1];
  if (token === undefined) return { headers: {}, cookies: [] };
  const name = `klaxon_local_${new URL(url).port}`;
  return {
    headers: { authorization: `Bearer ${token}` },
    cookies: [{ name, value: token, url }],
  };
}

/** Starts a worker alone, and waits until it takes jobs. */
export async function startWorkerProcess(
  env: Record<string, string>,
): Promise<Pick<KlaxonProcess, 'url' | 'pid' | 'hasEnded' | 'output' | 'end'>> {
  const { child, output } = launch('worker', env);
  const url = await eventually(() => {
    if (child.exitCode !== null) throw new Error(`The worker ended at once:\n${output()}`);
    return PROBES.exec(output())?.[1] ?? null;
  });
  return { ...ending(child), url, output };
}

/** Runs a command that is expected to end by itself; `input` is what its standard input holds. */
export async function runKlaxon(
  command: string,
  env: Record<string, string>,
  input?: string,
): Promise<{ readonly exitCode: number | null; readonly output: string }> {
  const { child, output } = launch(command, env, input);
  await once(child, 'close');
  return { exitCode: child.exitCode, output: output() };
}

function ending(child: ChildProcess): Pick<KlaxonProcess, 'pid' | 'hasEnded' | 'end'> {
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  return {
    pid: child.pid ?? 0,
    hasEnded,
    async end(signal) {
      if (hasEnded()) return child.exitCode;
      const ended = once(child, 'exit');
      child.kill(signal);
      await ended;
      return child.exitCode;
    },
  };
}

function launch(
  command: string,
  env: Record<string, string>,
  input?: string,
): { readonly child: ChildProcess; readonly output: () => string } {
  const child = spawn(process.execPath, ['apps/server/src/main.ts', ...command.split(' ')], {
    cwd: root,
    env: {
      PATH: process.env['PATH'] ?? '',
      PORT: '0',
      HEALTH_PORT: '0',
      LOG_LEVEL: 'warn',
      DATA_DIR: join(tmpdir(), 'klaxon-test-data'),
      ...env,
    },
    stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
  });
  child.once(
    'exit',
    onExit(() => child.kill('SIGKILL')),
  );
  child.stdin?.end(input);
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
  return { child, output: () => text };
}
