import {
  DEFAULT_GROUP_BY,
  HOUR,
  type IngestPolicy,
  MINUTE,
  type Milliseconds,
  SECOND,
} from '@klaxon/domain';
import type { Env } from './env.ts';
import { EnvReader } from './env-reader.ts';

/** What Klaxon is told to do. Holds no secret, so it may be logged. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** Where people reach Klaxon, without a slash at the end. */
  readonly publicUrl: string | null;
  readonly logLevel: LogLevel;
  readonly dataDir: string;
  readonly migrationsDir: string | null;
  readonly database: {
    readonly maxConnections: number;
    readonly maxIdleConnections: number;
    readonly maxLifetimeSeconds: number;
  };
  readonly ingest: IngestPolicy;
  readonly staleAfter: Milliseconds;
  readonly alertmanagerTimeout: Milliseconds;
}

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'] as const;
type LogLevel = (typeof LOG_LEVELS)[number];

/** Names every broken variable, what it must be, and nothing that could be a secret. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(`The configuration is wrong:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
    this.faults = faults;
  }
}

/** @throws ConfigError */
export function readConfig(env: Env): Config {
  const reader = new EnvReader(env);
  const config: Config = {
    host: reader.text('HOST') ?? '127.0.0.1',
    port: reader.integer('PORT', 8080, 0, 65_535),
    publicUrl: reader.url('PUBLIC_URL', ['http:', 'https:'])?.href.replace(/\/+$/, '') ?? null,
    logLevel: reader.choice('LOG_LEVEL', 'info', LOG_LEVELS),
    dataDir: reader.text('DATA_DIR') ?? '.klaxon',
    migrationsDir: reader.text('DB_MIGRATION_PATH'),
    database: {
      maxConnections: reader.integer('DB_MAX_OPEN_CONNS', 25, 3, 1_000),
      maxIdleConnections: reader.integer('DB_MAX_IDLE_CONNS', 5, 0, 1_000),
      maxLifetimeSeconds: Math.ceil(reader.duration('DB_CONN_MAX_LIFETIME', 5 * MINUTE) / SECOND),
    },
    ingest: {
      groupBy: reader.list('GROUP_BY') ?? DEFAULT_GROUP_BY,
      autoResolve: reader.boolean('AUTO_RESOLVE', true),
      flapWindow: reader.duration('FLAP_WINDOW', 5 * MINUTE),
      reopenAfter: reader.duration('REOPEN_AFTER', HOUR),
      confirmAfter: MINUTE,
      touchEvery: 5 * MINUTE,
    },
    // More than Alertmanager's default repeat_interval (4 h) and two of its group intervals.
    staleAfter: reader.duration('STALE_AFTER', 5 * HOUR),
    alertmanagerTimeout: reader.duration('ALERTMANAGER_TIMEOUT', 10 * SECOND),
  };
  if (reader.faults.length > 0) throw new ConfigError(reader.faults);
  return config;
}
