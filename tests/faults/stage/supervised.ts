import { setTimeout as delay } from 'node:timers/promises';
import {
  type KlaxonProcess,
  startKlaxon,
  startWorkerProcess,
} from '../../support/klaxon-process.ts';

type Running = Pick<KlaxonProcess, 'pid' | 'hasEnded' | 'output' | 'end'>;

const LOOK_EVERY_MS = 100;
const START_AGAIN_AFTER_MS = 1_000;

/** A process of Klaxon's, started again whenever it ends, as systemd and Docker do. */
export class Supervised {
  readonly role: 'api' | 'worker';
  readonly #env: Record<string, string>;
  #running: Running | null = null;
  #written = '';
  #stopped = false;
  #endings = 0;
  #watch: Promise<void> = Promise.resolve();

  private constructor(role: 'api' | 'worker', env: Record<string, string>) {
    this.role = role;
    this.#env = env;
  }

  static async start(
    stack: AsyncDisposableStack,
    role: 'api' | 'worker',
    env: Record<string, string>,
  ): Promise<Supervised> {
    const supervised = new Supervised(role, env);
    stack.defer(() => supervised.#stop());
    supervised.#running = await supervised.#launch();
    supervised.#watch = supervised.#keepAlive();
    return supervised;
  }

  /** How often it ended without being told to. */
  get endings(): number {
    return this.#endings;
  }

  output(): string {
    return this.#written + (this.#running?.output() ?? '');
  }

  /** Ends it and starts it again. */
  async restart(signal: NodeJS.Signals): Promise<void> {
    const ended = this.#running;
    this.#endings -= 1;
    await ended?.end(signal);
    while (this.#running === ended || this.#running === null) await delay(LOOK_EVERY_MS);
  }

  async #keepAlive(): Promise<void> {
    while (!this.#stopped) {
      await delay(LOOK_EVERY_MS);
      if (this.#stopped || this.#running?.hasEnded() === false) continue;
      if (this.#running !== null) {
        this.#endings += 1;
        this.#written += this.#running.output();
        this.#running = null;
      }
      // While its database is away it cannot start, and ends again.
      this.#running = await this.#launch().catch(() => null);
      if (this.#running === null) await delay(START_AGAIN_AFTER_MS);
    }
  }

  #launch(): Promise<Running> {
    return this.role === 'api' ? startKlaxon(this.#env, 'api') : startWorkerProcess(this.#env);
  }

  async #stop(): Promise<void> {
    this.#stopped = true;
    await this.#watch;
    await this.#running?.end('SIGKILL');
  }
}
