import { prepareDatabase } from '@klaxon/adapters';
import { freePort } from '../../support/free-port.ts';
import { SecuredKlaxon } from '../../support/secured-klaxon.ts';
import { countPages } from './count-pages.ts';
import { HurtPostgres, type PostgresOptions } from './hurt-postgres.ts';
import { type Load, startLoad } from './load.ts';
import { type PageReceiver, startPageReceiver } from './page-receiver.ts';
import { Supervised } from './supervised.ts';

/** What the workers' connections are called, to tell them from the API's. */
export const WORKER_NAME = 'klaxon-worker';
/** It is four processes of Klaxon's and a new PostgreSQL: on a busy machine that takes a while. */
export const STAGE_STARTS_WITHIN_MS = 150_000;
const FIRST_PAGE_WITHIN_MS = 30_000;

export interface StageOptions {
  readonly postgres?: PostgresOptions;
  /** What every process is told. */
  readonly env?: Record<string, string>;
  /** What each API and each worker is told besides: there are as many as entries. */
  readonly apis?: readonly Record<string, string>[];
  readonly workers?: readonly Record<string, string>[];
}

interface Pace {
  readonly perSecond: number;
  readonly seconds: number;
}

/** Klaxon as it runs in earnest, each part a process that may be hurt, and a channel that works. */
export interface FaultStage {
  readonly postgres: HurtPostgres;
  readonly receiver: PageReceiver;
  readonly apis: readonly Supervised[];
  readonly workers: readonly Supervised[];
  /** Where each API serves, whatever becomes of it. */
  readonly urls: readonly string[];
  /** Asks the first API, as an admin. */
  readonly klaxon: SecuredKlaxon;
  /** How often a process ended without being told to, and was started again. */
  endings(): number;
  /** Sends alerts, to the first API where no other address is given. */
  send(pace: Pace, url?: string): Load;
}

/** All that is started ends with the stack. */
export async function startStage(
  stack: AsyncDisposableStack,
  { postgres: postgresOptions = {}, env = {}, apis = [{}], workers = [{}] }: StageOptions = {},
): Promise<FaultStage> {
  const postgres = await HurtPostgres.start(stack, postgresOptions);
  await prepareDatabase(postgres.url);
  const receiver = await startPageReceiver(stack);
  const ports = await Promise.all(apis.map(() => freePort()));
  const urls = ports.map((port) => `http://127.0.0.1:${port}`);

  const database = { url: postgres.url, drop: async () => {} };
  const allowed = { ALLOW_PRIVATE_WEBHOOKS: 'true', ALLOW_PRIVATE_SMTP: 'true' };
  const shared = { ...allowed, ...env, PORT: String(ports[0]) };
  const klaxon = await SecuredKlaxon.on(database, shared, 'api');
  const config = { url: receiver.url };
  await klaxon.get(klaxon.admin, 'POST', '/api/channels', {
    name: 'Pages',
    type: 'webhook',
    config,
  });
  const { headers } = await klaxon.integration('Faults');
  // From here on each process is one that is started again when it ends.
  await klaxon.stop();

  const start = (role: 'api' | 'worker', more: Record<string, string>) =>
    Supervised.start(stack, role, { ...klaxon.env, ...more });
  const workerUrl = new URL(postgres.url);
  workerUrl.searchParams.set('application_name', WORKER_NAME);
  const ofWorkers = { PORT: '0', DATABASE_URL: workerUrl.href };
  let loads = 0;
  const stage: FaultStage = {
    postgres,
    receiver,
    apis: await Promise.all(
      apis.map((more, n) => start('api', { PORT: String(ports[n]), ...more })),
    ),
    workers: await Promise.all(workers.map((more) => start('worker', { ...ofWorkers, ...more }))),
    urls,
    klaxon,
    endings: () => [...stage.apis, ...stage.workers].reduce((sum, { endings }) => sum + endings, 0),
    send(pace, url = urls[0] ?? '') {
      loads += 1;
      const load = startLoad({ url, headers, prefix: `load-${loads}`, ...pace });
      stack.defer(load.stop);
      return load;
    },
  };
  // What has just started is slow; where the first page does not come, the count of the others tells.
  await countPages(stage, stage.send({ perSecond: 1, seconds: 1 }), {
    since: 0,
    withinMs: FIRST_PAGE_WITHIN_MS,
  });
  return stage;
}
