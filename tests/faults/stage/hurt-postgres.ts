import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@klaxon/adapters';
import pg from 'pg';
import { eventually } from '../../support/eventually.ts';
import { freePort } from '../../support/free-port.ts';
import { onExit } from '../../support/on-exit.ts';
import { processTree, signalAll } from './process-tree.ts';
import { pick, type Random } from './random.ts';

const DATABASE = 'klaxon_test_faults';
const OWN_NAME = 'klaxon-faults';
const ANSWERS_WITHIN_MS = 60_000;
const SIGNALS = { fast: 'SIGINT', immediate: 'SIGQUIT', killed: 'SIGKILL' } as const;

export interface PostgresOptions {
  /** What to do with the folder before PostgreSQL makes its data folder in it. */
  readonly prepareFolder?: (folder: string) => void;
  readonly flags?: readonly string[];
}

/** A PostgreSQL that keeps its word (it syncs) and its port, and that a test may hurt. */
export class HurtPostgres {
  readonly folder: string;
  readonly dataFolder: string;
  readonly #port: number;
  readonly #flags: readonly string[];
  #server: EmbeddedPostgres | null = null;
  #starting: Promise<unknown> = Promise.resolve();
  #postmaster = 0;
  #callOff = () => {};
  #url = '';

  private constructor(folder: string, port: number, flags: readonly string[]) {
    this.folder = folder;
    this.dataFolder = join(folder, 'pg');
    this.#port = port;
    this.#flags = flags;
  }

  static async start(
    stack: AsyncDisposableStack,
    { prepareFolder = () => {}, flags = [] }: PostgresOptions = {},
  ): Promise<HurtPostgres> {
    const folder = mkdtempSync(join(tmpdir(), 'klaxon-faults-'));
    // Root's PostgreSQL runs under another account, which has to get in.
    chmodSync(folder, 0o755);
    stack.defer(() => rmSync(folder, { recursive: true, force: true }));
    prepareFolder(folder);
    const postgres = new HurtPostgres(folder, await freePort(), flags);
    stack.defer(() => postgres.stop());
    await postgres.start();
    return postgres;
  }

  get url(): string {
    return this.#url;
  }

  async start(): Promise<void> {
    const starting = startEmbeddedPostgres({
      dataFolder: this.dataFolder,
      database: DATABASE,
      port: this.#port,
      flags: this.#flags,
    });
    this.#starting = starting.catch(() => null);
    this.#server = await starting;
    this.#url = this.#server.url;
    const [pid] = readFileSync(join(this.dataFolder, 'postmaster.pid'), 'utf8').split('\n');
    this.#postmaster = Number(pid);
    this.#callOff = onExit(() => signalAll(processTree(this.#postmaster), 'SIGKILL'));
  }

  /** Ends the server, politely unless told otherwise. */
  async stop(how: keyof typeof SIGNALS = 'fast'): Promise<void> {
    await this.#starting;
    if (this.#server === null) return;
    this.resume();
    signalAll([this.#postmaster], SIGNALS[how]);
    await eventually(() => !this.isRunning() || null, ANSWERS_WITHIN_MS);
    await this.#server.stop();
    this.#server = null;
    this.#callOff();
  }

  isRunning(): boolean {
    try {
      return process.kill(this.#postmaster, 0);
    } catch {
      return false;
    }
  }

  async restart(how: keyof typeof SIGNALS): Promise<void> {
    await this.stop(how);
    await this.start();
  }

  /** `kill -9` of a client's process: PostgreSQL throws out everybody and recovers. */
  async killBackend(random: Random): Promise<void> {
    const backends = await this.query<{ pid: number }>(
      `SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend'
       AND datname = current_database() AND application_name <> $1 ORDER BY pid`,
      [OWN_NAME],
    );
    process.kill(pick(random, backends).pid, 'SIGKILL');
    await this.untilItAnswers();
  }

  /** Ends the connections that have this name. */
  async terminate(applicationName: string): Promise<void> {
    await this.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = $1',
      [applicationName],
    );
  }

  /** Stops the server and all its processes where they stand, as a stalled disk or machine does. */
  pause(): void {
    signalAll(processTree(this.#postmaster), 'SIGSTOP');
  }

  resume(): void {
    signalAll(processTree(this.#postmaster), 'SIGCONT');
  }

  async untilItAnswers(): Promise<void> {
    const ask = () => this.query('SELECT 1').catch(() => null);
    await eventually(ask, ANSWERS_WITHIN_MS);
  }

  /** Asks on a connection of its own, for no other outlives what is done here. */
  async query<Row extends pg.QueryResultRow>(
    sql: string,
    values: readonly unknown[] = [],
  ): Promise<readonly Row[]> {
    const client = new pg.Client({
      connectionString: this.#url,
      application_name: OWN_NAME,
      connectionTimeoutMillis: 5_000,
      query_timeout: 10_000,
    });
    client.on('error', () => {});
    try {
      await client.connect();
      const { rows } = await client.query<Row>(sql, [...values]);
      await client.end();
      return rows;
    } catch (error) {
      // A server that stands still would not let go of it.
      client.end().catch(() => {});
      throw error;
    }
  }
}
