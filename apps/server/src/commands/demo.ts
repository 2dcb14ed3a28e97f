import { once } from 'node:events';
import { join } from 'node:path';
import {
  createPool,
  pgEarliestDelivery,
  prepareDatabase,
  readDatabaseClock,
  startEmbeddedPostgres,
  systemClock,
  uuidIds,
} from '@klaxon/adapters';
import { HOUR, type Instant } from '@klaxon/domain';
import { composeApi } from '../composition/compose-api.ts';
import { type ComposedWorker, composeWorker } from '../composition/compose-worker.ts';
import { demoChannelBuilder } from '../composition/demo-channel-builder.ts';
import { layFoundation } from '../composition/foundation.ts';
import { createTeardown, type Teardown } from '../composition/teardown.ts';
import { type DemoFolder, openDemoFolder } from '../demo/demo-folder.ts';
import { setUpOrganisation } from '../demo/demo-organisation.ts';
import { type DemoStory, demoStory } from '../demo/demo-story.ts';
import { type DemoWorld, demoWorld } from '../demo/demo-world.ts';
import { aSecond, goOn } from '../demo/go-on.ts';
import { type DemoStage, playDemo } from '../demo/play-demo.ts';
import { startProviderSink } from '../demo/provider-sink.ts';
import { providerTroubles } from '../demo/provider-troubles.ts';
import { seededRandom } from '../demo/seeded-random.ts';
import type { UseCases } from '../http/app.ts';
import { readDemoConfiguration } from './demo-configuration.ts';
import { DEMO_USAGE, readDemoOptions } from './demo-options.ts';
import { ownLocalToken } from './local-token.ts';
import { createLogger } from './logger.ts';
import { allSecretKeys } from './secret-keys.ts';
import { listen, stop } from './serve.ts';
import { CannotStartError, type Terminal } from './terminal.ts';
import { localAddress } from './welcome.ts';
import { work } from './work.ts';

const DAY = 24 * HOUR;
/** Not that of `start`: a demo's folder, opened by mistake, must not send invented alarms to real people. */
const DATABASE = 'klaxon_demo';
/** Invented data may be lost with the machine's power; filling is several times faster. */
const FLAGS = ['-c', 'synchronous_commit=off'];
const ONE_CONNECTION = {
  maxConnections: 1,
  maxIdleConnections: 1,
  maxLifetimeSeconds: 3_600,
  statementTimeoutMs: 30_000,
};
const NO_LIMITS = { perMinute: 0, redis: null };

/** `demo`: Klaxon on an invented month, for people who want to look before they connect anything. */
export async function demo(args: readonly string[], terminal: Terminal): Promise<number> {
  const options = readDemoOptions(args);
  if (!options) {
    terminal.printError(DEMO_USAGE);
    return 2;
  }
  const { config, secrets } = readDemoConfiguration();
  const folder = openDemoFolder(config.dataDir);
  if (!folder)
    throw new CannotStartError(
      `${config.dataDir} holds a Klaxon that is no demo, and stays as it is. Choose another folder: DATA_DIR=.klaxon-demo`,
    );
  const { signal, print } = terminal;
  const logger = createLogger(config.logLevel);
  const teardown = createTeardown();
  try {
    const start = options.at ?? systemClock.now();
    const now = folder.playedUntil ?? start;
    const from = now - options.days * DAY;
    const story = demoStory(from, now, seededRandom(options.seed));
    const world = demoWorld(
      { start: from, seed: options.seed },
      { clock: systemClock, ids: uuidIds },
    );
    const databaseUrl = await ownDatabase(folder, teardown, terminal);
    const troubles = providerTroubles(now);
    const sink = await startProviderSink((path) => troubles(path, world.clock.now()));
    teardown.onStop('provider sink', () => sink.close());
    const known = { ...secrets, secretKeys: await allSecretKeys(config, secrets) };
    const surroundings = { ...world, buildChannel: demoChannelBuilder(sink.url) };
    const localToken = await ownLocalToken(config);
    const foundation = layFoundation({
      config,
      secrets: known,
      databaseUrl,
      logger,
      teardown,
      localToken,
      clock: world.clock,
      surroundings,
    });
    const useCases = composeApi(foundation);
    const worker = composeWorker(foundation);
    if (folder.playedUntil === null) {
      const pool = createPool({ ...ONE_CONNECTION, url: databaseUrl, onIdleError: () => {} });
      teardown.onStop('database pool of the past', () => pool.end());
      const past = { ...world, earliestDelivery: pgEarliestDelivery(pool) };
      const isOver = await play({ useCases, worker }, past, story, now, terminal);
      if (!isOver) return 0;
    }
    const left = world.goOn(options.at ?? systemClock.now());
    await foundation.change.unitOfWork.run((tx) => tx.jobs.add(left));
    folder.markPlayed(now);
    const clock = await readDatabaseClock(databaseUrl);
    work(worker, { databaseUrl, clock }, logger, teardown);
    const url = await listen(useCases, foundation, 'local', NO_LIMITS);
    print(welcome(url, localToken, folder, options.quiet));
    const planned = folder.playedUntil === null ? story.future : [];
    const live = {
      useCases,
      clock: world.clock,
      random: seededRandom(start),
      pause: aSecond,
    };
    if (!options.quiet)
      await goOn(live, planned, signal).catch((error) =>
        logger.error({ err: error }, 'the story of the demo does not go on'),
      );
    if (!signal.aborted) await once(signal, 'abort');
    print('Stopping …');
    return 0;
  } finally {
    await stop(teardown, logger);
  }
}

async function ownDatabase(
  { path, playedUntil }: DemoFolder,
  teardown: Teardown,
  { print }: Terminal,
): Promise<string> {
  const dataFolder = join(path, 'postgres');
  print(`Starting PostgreSQL in ${dataFolder} …`);
  // What a demo that was stopped while it was filled left is half a story: it begins again.
  const fresh = playedUntil === null;
  const options = { dataFolder, database: DATABASE, fresh, flags: FLAGS };
  const postgres = await startEmbeddedPostgres(options);
  teardown.onStop('embedded PostgreSQL', () => postgres.stop());
  await prepareDatabase(postgres.url);
  return postgres.url;
}

/** Answers false where it was stopped before its end. */
async function play(
  { useCases, worker }: { readonly useCases: UseCases; readonly worker: ComposedWorker },
  world: DemoWorld & Pick<DemoStage, 'earliestDelivery'>,
  { past }: DemoStory,
  now: Instant,
  { signal, print, progress }: Terminal,
): Promise<boolean> {
  const began = systemClock.now();
  print('Inventing the past, which takes less than a minute …');
  await setUpOrganisation(useCases);
  const stage = { ...world, useCases, ...worker };
  await playDemo(stage, past, now, (played) => {
    progress(`${Math.floor((100 * played) / past.length)} %`);
    return !signal.aborted;
  });
  if (signal.aborted) return false;
  print(`Done in ${Math.ceil((systemClock.now() - began) / 1_000)} s.`);
  return true;
}

function welcome(url: string, localToken: string, { path }: DemoFolder, quiet: boolean): string {
  return `
Klaxon is running, on invented data. It tells nobody anything.

  Dashboard               ${localAddress(url, localToken)}
  API and documentation   ${url}/docs

${quiet ? 'Nothing more happens by itself.' : 'Every minute or so something else goes wrong.'}
Ctrl-C stops it. To begin again, delete ${path}.`;
}
