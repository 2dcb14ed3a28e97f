import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type DatabaseClock,
  prepareDatabase,
  prismaAccessQueries,
  readDatabaseClock,
  startEmbeddedPostgres,
  startPresence,
  uuidIds,
} from '@klaxon/adapters';
import type { Logger } from 'pino';
import manifest from '../../package.json' with { type: 'json' };
import { composeApi } from '../composition/compose-api.ts';
import { composeWorker } from '../composition/compose-worker.ts';
import { connectRedis } from '../composition/connect-redis.ts';
import { type Foundation, layFoundation } from '../composition/foundation.ts';
import { createTeardown, type Teardown } from '../composition/teardown.ts';
import type { Config } from '../config/config.ts';
import { isLoopback, signInMode } from '../config/sign-in-mode.ts';
import { buildApp, type UseCases } from '../http/app.ts';
import type { RateLimits } from '../http/plugins/rate-limits.ts';
import type { SignInMode } from '../http/request/sign-in-mode.ts';
import { answerProbes } from './answer-probes.ts';
import { readConfiguration } from './configuration.ts';
import { ownLocalToken } from './local-token.ts';
import { createLogger } from './logger.ts';
import { allSecretKeys } from './secret-keys.ts';
import { superviseWorker } from './supervise-worker.ts';
import { CannotStartError, type Terminal } from './terminal.ts';
import { welcome } from './welcome.ts';
import { work } from './work.ts';

export interface Roles {
  readonly api: boolean;
  readonly worker: boolean;
  /** Whether to bring a PostgreSQL of its own where DATABASE_URL names none. */
  readonly embedded: boolean;
}

/** How long what is in flight may take after the process was asked to stop. */
const STOP_WITHIN_MS = 10_000;
const FINISH_REQUESTS_WITHIN_MS = 4_000;
/** One Alertmanager opens thousands of connections at once; the system may allow fewer. */
const BACKLOG = 8_192;

/** Runs the given roles until the process is asked to stop. */
export async function serve(roles: Roles, terminal: Terminal): Promise<number> {
  const { signal, print } = terminal;
  const { config, secrets } = readConfiguration();
  const logger = createLogger(config.logLevel);
  const teardown = createTeardown();
  try {
    const databaseUrl = secrets.databaseUrl ?? (await ownDatabase(roles, config, teardown, print));
    await prepareDatabase(databaseUrl, config.migrationsDir ?? undefined);
    if (signal.aborted) return 0;
    const known = { ...secrets, secretKeys: await allSecretKeys(config, secrets) };
    const mode = signInMode(config, roles);
    if (roles.api && mode === 'sign-in') expectSecretKey(known.secretKeys);
    const localToken = mode === 'local' ? await ownLocalToken(config) : null;
    const clock = await readDatabaseClock(databaseUrl);
    const ground = { config, secrets: known, databaseUrl, logger, teardown, localToken, clock };
    const foundation = layFoundation(ground);
    if (!roles.api) return await workAlone(foundation, clock, terminal);
    const hasProvider = secrets.openId !== null && config.claimPolicy.adminValues.length > 0;
    if (mode === 'sign-in' && !hasProvider) await expectAdmin(foundation);
    present(databaseUrl, clock, logger, teardown);
    const worker = roles.worker
      ? superviseWorker({ databaseUrl, localToken }, logger, teardown)
      : Promise.resolve();
    const redis =
      secrets.redisUrl === null ? null : connectRedis(secrets.redisUrl, logger, teardown);
    const rateLimits = { perMinute: config.rateLimit, redis };
    const url = await listen(composeApi(foundation), foundation, mode, rateLimits);
    await worker;
    print(welcome(url, localToken));
    if (!signal.aborted) await once(signal, 'abort');
    print('Stopping …');
    return 0;
  } finally {
    await stop(teardown, logger);
  }
}

/** Stops what was started, in the time that there is. */
export async function stop(teardown: Teardown, logger: Logger): Promise<void> {
  const report = (name: string, error: unknown) =>
    logger.error({ err: error }, `could not stop: ${name}`);
  await withinTime(teardown.stop(report), () =>
    logger.error('what was in flight took too long; stopping anyway'),
  );
}

/** Access tokens and the secrets of channels are sealed with it: without one, every start would lose them. */
function expectSecretKey(keys: readonly unknown[]): void {
  if (keys.length > 0) return;
  throw new CannotStartError(
    'People sign in here, so Klaxon needs a key of its own. Make one with "openssl rand -base64 32", set SECRET_KEY ' +
      'to it, the same for every process, and keep it with your backups.',
  );
}

async function expectAdmin({ prisma, clock }: Foundation): Promise<void> {
  if (await prismaAccessQueries(prisma).hasAdmin(clock.now())) return;
  throw new CannotStartError(
    'People sign in here, and there is no admin yet who could let others in. Make one, then start again:\n\n' +
      '  npm run klaxon -- create-admin --email you@example.org\n\n' +
      'It prints a link to set a password, for when Klaxon runs. Set the same DATABASE_URL or DATA_DIR for it.',
  );
}

async function ownDatabase(
  { embedded }: Roles,
  config: Config,
  teardown: Teardown,
  print: (line: string) => void,
): Promise<string> {
  if (!embedded)
    throw new CannotStartError(
      'Set DATABASE_URL to a PostgreSQL database, or use the command start.',
    );
  const dataFolder = resolve(config.dataDir, 'postgres');
  print(`Starting PostgreSQL in ${dataFolder} …`);
  const postgres = await startEmbeddedPostgres({ dataFolder });
  teardown.onStop('embedded PostgreSQL', () => postgres.stop());
  return postgres.url;
}

/** Lets the other processes see this one, and learns the database's time. */
function present(url: string, clock: DatabaseClock, logger: Logger, teardown: Teardown): void {
  const log = (level: 'debug' | 'warn', message: string) => logger[level](message);
  const presence = startPresence({ url, id: uuidIds.next(), role: 'api', clock, log });
  teardown.onStop('presence', () => presence.stop());
}

/** A worker that is a process of its own ends when it is of no use, so that whoever watches it starts another. */
async function workAlone(
  foundation: Foundation,
  clock: DatabaseClock,
  { signal, print, printError }: Terminal,
): Promise<number> {
  const { config, databaseUrl, logger, teardown } = foundation;
  const worker = work(composeWorker(foundation), { databaseUrl, clock }, logger, teardown);
  print('The worker takes jobs.');
  if (config.healthPort !== null) {
    const where = { host: config.host, port: config.healthPort };
    const address = await answerProbes(foundation.health, where, logger, teardown);
    print(`It answers probes at ${address}/ready`);
  }
  if (signal.aborted) return 0;
  const ended = await Promise.race([
    once(signal, 'abort').then(() => 'stopped' as const),
    worker.hopeless.then(() => 'hopeless' as const),
  ]);
  if (ended === 'stopped') {
    print('Stopping …');
    return 0;
  }
  printError(
    'The worker takes no work although the database answers, and restarting did not help. It ends, so ' +
      'that whatever started it can start it again. The lines above say what it tried.',
  );
  return 1;
}

/** Answers the address that people can open. */
export async function listen(
  useCases: UseCases,
  { config, logger, teardown }: Foundation,
  mode: SignInMode,
  rateLimits: RateLimits,
): Promise<string> {
  const app = await buildApp(useCases, {
    logger,
    version: manifest.version,
    publicUrl: config.publicUrl,
    signIn: mode,
    localOnly: isLoopback(config.host),
    trustProxy: config.trustedProxies.length > 0 && [...config.trustedProxies],
    rateLimits,
    dashboard: builtDashboard(logger),
    newRequestId: () => uuidIds.next(),
  });
  teardown.onStop('HTTP server', async () => {
    // A client that dawdles over its request must not take the time of what is stopped after it.
    const impatience = setTimeout(
      () => app.server.closeAllConnections(),
      FINISH_REQUESTS_WITHIN_MS,
    );
    await app.close();
    clearTimeout(impatience);
  });
  try {
    await app.listen({ host: config.host, port: config.port, backlog: BACKLOG });
  } catch (error) {
    throw new CannotStartError(cannotListen(error, config), { cause: error });
  }
  const address = app.server.address();
  const port = typeof address === 'object' && address ? address.port : config.port;
  return (
    config.publicUrl ??
    `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`
  );
}

/** Where `scripts/build-dashboard.mjs` puts it. */
function builtDashboard(logger: Logger): string | null {
  const folder = fileURLToPath(new URL('../../../dashboard/dist', import.meta.url));
  if (existsSync(join(folder, 'index.html'))) return folder;
  logger.warn('the dashboard was not built: run node scripts/build-dashboard.mjs');
  return null;
}

function cannotListen(error: unknown, { host, port }: Config): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken. Stop what uses it, or choose another: PORT=8081 npm start`;
  if (code === 'EACCES')
    return `Port ${port} may not be used by this user. Choose one above 1023 with PORT.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `This machine has no address ${host}. Set HOST to one it has, such as 127.0.0.1 or 0.0.0.0.`;
  return `Cannot listen on ${host}:${port}: ${error instanceof Error ? error.message : String(error)}`;
}

async function withinTime(work: Promise<void>, late: () => void): Promise<void> {
  const timeout = AbortSignal.timeout(STOP_WITHIN_MS);
  const expired = once(timeout, 'abort').then(() => late());
  await Promise.race([work, expired]);
}
