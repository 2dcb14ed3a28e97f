import { isIP } from 'node:net';
import { CHANNEL_PROVIDERS } from '@klaxon/adapters';
import {
  type ClaimPolicy,
  DEFAULT_GROUP_BY,
  DEFAULT_SESSION_POLICY,
  HOUR,
  type IngestPolicy,
  MINUTE,
  type Milliseconds,
  SECOND,
  type SessionPolicy,
} from '@klaxon/domain';
import type { Env, EnvName } from './env.ts';
import { EnvReader } from './env-reader.ts';

/** What Klaxon is told to do. Holds no secret, so it may be logged. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** Where people reach Klaxon, without a slash at the end. */
  readonly publicUrl: string | null;
  /** Where a worker that is a process of its own answers probes; null for nowhere. */
  readonly healthPort: number | null;
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
  /** How the buttons that people press in Telegram reach Klaxon. */
  readonly telegramUpdates: TelegramUpdates;
  /** Where the API of a provider is, by the type of its channels. Telegram lets people run its API themselves. */
  readonly apiUrls: Readonly<Record<string, string>>;
  /** Whose private addresses webhooks may lead to: all, none, or those of these hosts and CIDR blocks. */
  readonly allowPrivateWebhooks: boolean | readonly string[];
  /** The same of mail servers that somebody entered; those of the environment are the operator's own. */
  readonly allowPrivateSmtp: boolean | readonly string[];
  /** Whether people are to sign in even where Klaxon answers to its own machine alone. */
  readonly signInWanted: boolean;
  readonly sessions: SessionPolicy;
  readonly claimPolicy: ClaimPolicy;
  /** Proxies whose `X-Forwarded-*` headers are believed: addresses and CIDR blocks. */
  readonly trustedProxies: readonly string[];
  /** Requests a minute that one caller may make; 0 for any number. */
  readonly rateLimit: number;
}

const HTTP = ['http:', 'https:'];
const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'] as const;
type LogLevel = (typeof LOG_LEVELS)[number];
const TELEGRAM_UPDATES = ['polling', 'webhook', 'off'] as const;
type TelegramUpdates = (typeof TELEGRAM_UPDATES)[number];

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
    publicUrl: reader.url('PUBLIC_URL', HTTP)?.href.replace(/\/+$/, '') ?? null,
    healthPort:
      reader.text('HEALTH_PORT') === 'off' ? null : reader.integer('HEALTH_PORT', 8081, 0, 65_535),
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
    telegramUpdates: readTelegramUpdates(reader),
    apiUrls: readApiUrls(reader),
    allowPrivateWebhooks: readAllowed(reader, 'ALLOW_PRIVATE_WEBHOOKS'),
    allowPrivateSmtp: readAllowed(reader, 'ALLOW_PRIVATE_SMTP'),
    signInWanted: reader.choice('SIGN_IN', 'auto', ['auto', 'required']) === 'required',
    sessions: {
      idle: reader.duration('SESSION_IDLE', DEFAULT_SESSION_POLICY.idle),
      lifetime: reader.duration('SESSION_LIFETIME', DEFAULT_SESSION_POLICY.lifetime),
    },
    claimPolicy: readClaimPolicy(reader),
    trustedProxies: readProxies(reader),
    rateLimit: reader.integer('RATE_LIMIT', 600, 0, 1_000_000),
  };
  if (reader.faults.length > 0) throw new ConfigError(reader.faults);
  return config;
}

function readApiUrls(reader: EnvReader): Config['apiUrls'] {
  return Object.fromEntries(
    CHANNEL_PROVIDERS.flatMap(({ type, api }) =>
      api ? [[type, reader.url(api.variable, HTTP)?.href ?? api.url] as const] : [],
    ),
  );
}

const ROLE_VALUES = ['OIDC_ADMIN_VALUES', 'OIDC_RESPONDER_VALUES', 'OIDC_VIEWER_VALUES'] as const;

/** Values of a claim that nobody named would make nobody an admin, and nobody would know why. */
function readClaimPolicy(reader: EnvReader): ClaimPolicy {
  const roleClaim = reader.text('OIDC_ROLE_CLAIM');
  for (const name of ROLE_VALUES)
    if (roleClaim === null && reader.list(name) !== null)
      reader.fault(
        `OIDC_ROLE_CLAIM must be set, since ${name} is: it names the claim with those values`,
      );
  return {
    roleClaim,
    adminValues: reader.list('OIDC_ADMIN_VALUES') ?? [],
    responderValues: reader.list('OIDC_RESPONDER_VALUES') ?? [],
    viewerValues: reader.list('OIDC_VIEWER_VALUES') ?? [],
    teamsClaim: reader.text('OIDC_TEAMS_CLAIM'),
  };
}

/** A proxy that anybody can be would let anybody choose the address they seem to come from. */
function readProxies(reader: EnvReader): readonly string[] {
  const entries = reader.list('TRUSTED_PROXIES') ?? [];
  if (!entries.every(isAddressOrBlock))
    reader.fault(
      'TRUSTED_PROXIES must be addresses and CIDR blocks such as 10.0.0.0/8, separated by commas, or loopback, linklocal, uniquelocal',
    );
  return entries;
}

function isAddressOrBlock(entry: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(entry)) return true;
  const [address = ''] = entry.split('/');
  return isIP(address) !== 0 && isHostOrBlock(entry) && !/\/0+$/.test(entry);
}

function readAllowed(reader: EnvReader, name: EnvName): boolean | readonly string[] {
  const entries = reader.list(name) ?? [];
  if (entries.length <= 1 && /^(true|yes|on|1)$/i.test(entries[0] ?? '')) return true;
  if (entries.length <= 1 && /^(false|no|off|0|)$/i.test(entries[0] ?? '')) return false;
  if (!entries.every(isHostOrBlock))
    reader.fault(
      `${name} must be true, or host names and CIDR blocks such as 10.1.0.0/16, separated by commas`,
    );
  return entries;
}

function isHostOrBlock(entry: string): boolean {
  const [address = '', bits, ...rest] = entry.split('/');
  const family = isIP(address);
  if (bits === undefined)
    return family !== 0 || /^(?!.*\.\d+\.?$)[\w-]+(\.[\w-]+)*\.?$/.test(entry);
  const longest = family === 4 ? 32 : 128;
  return rest.length === 0 && family !== 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= longest;
}

/** Telegram delivers either way, never both: polling, unless it was given a secret for its requests. */
function readTelegramUpdates(reader: EnvReader): TelegramUpdates {
  const hasSecret = reader.text('TELEGRAM_WEBHOOK_SECRET') !== null;
  const fallback = hasSecret ? 'webhook' : 'polling';
  const updates = reader.choice('TELEGRAM_UPDATES', fallback, TELEGRAM_UPDATES);
  if (updates === 'webhook' && !hasSecret)
    reader.fault('TELEGRAM_WEBHOOK_SECRET must be set, since TELEGRAM_UPDATES is webhook');
  return updates;
}
