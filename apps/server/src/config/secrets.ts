import {
  type OpenIdOptions,
  parseSecretKeys,
  readEnvironmentChannels,
  type SecretKey,
} from '@klaxon/adapters';
import type { ChannelSettings } from '@klaxon/domain';
import { ConfigError } from './config.ts';
import type { Env, EnvName } from './env.ts';
import { EnvReader } from './env-reader.ts';
import { isLoopback } from './sign-in-mode.ts';

/** What must never be logged: passwords, tokens, and addresses that hold them. */
export interface Secrets {
  readonly databaseUrl: string | null;
  readonly redisUrl: string | null;
  readonly openId: OpenIdOptions | null;
  readonly alertmanagerUrls: readonly URL[];
  /** The first seals what is kept in the database, all of them open it. */
  readonly secretKeys: readonly SecretKey[];
  /** The channels that the environment sets up, one of a type at the most. */
  readonly channels: readonly ChannelSettings[];
  /** Proves that a request about a pressed button is Slack's. */
  readonly slackSigningSecret: string | null;
  /** Opens connections to hear of pressed buttons, where Slack cannot reach Klaxon. */
  readonly slackAppToken: string | null;
  /** Proves that a request about a pressed button is Telegram's. */
  readonly telegramWebhookSecret: string | null;
}

/** @throws ConfigError where a pair is half set or an address cannot be read */
export function readSecrets(env: Env): Secrets {
  const reader = new EnvReader(env);
  const { channels, faults } = readEnvironmentChannels(env);
  for (const fault of faults) reader.fault(fault);
  const slackAppToken = readWith(
    reader,
    'SLACK_APP_TOKEN',
    /^xapp-[\w-]+$/,
    'an app-level token (xapp-…)',
  );
  const secrets: Secrets = {
    databaseUrl: reader.url('DATABASE_URL', ['postgres:', 'postgresql:'])?.href ?? null,
    redisUrl: reader.url('REDIS_URL', ['redis:', 'rediss:'])?.href ?? null,
    openId: readOpenId(reader),
    alertmanagerUrls: reader.urls('ALERTMANAGER_URL', ['http:', 'https:']),
    secretKeys: readSecretKeys(reader),
    channels,
    slackSigningSecret: reader.text('SLACK_SIGNING_SECRET'),
    slackAppToken,
    telegramWebhookSecret: readWith(
      reader,
      'TELEGRAM_WEBHOOK_SECRET',
      /^[\w-]{16,256}$/,
      '16 to 256 letters, digits, _ and -',
    ),
  };
  if (reader.faults.length > 0) throw new ConfigError(reader.faults);
  return secrets;
}

function readSecretKeys(reader: EnvReader): readonly SecretKey[] {
  const text = reader.text('SECRET_KEY');
  try {
    return text === null ? [] : parseSecretKeys(text);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    reader.fault(`SECRET_KEY ${error.message}`);
    return [];
  }
}

/** The value is not repeated in the fault: it is a secret. */
function readWith(reader: EnvReader, name: EnvName, shape: RegExp, wanted: string): string | null {
  const text = reader.text(name);
  if (text === null || shape.test(text)) return text;
  reader.fault(`${name} must be ${wanted}`);
  return null;
}

function readOpenId(reader: EnvReader): OpenIdOptions | null {
  const issuer = reader.url('OIDC_ISSUER', ['http:', 'https:']);
  const clientId = reader.text('OIDC_CLIENT_ID');
  if ((issuer === null) !== (clientId === null))
    reader.fault('OIDC_ISSUER and OIDC_CLIENT_ID must be set together');
  if (issuer === null || clientId === null) return null;
  if (issuer.protocol === 'http:' && !isLoopback(issuer.hostname))
    reader.fault('OIDC_ISSUER must be https: whoever listens could sign in as anybody');
  return {
    issuer,
    clientId,
    clientSecret: reader.text('OIDC_CLIENT_SECRET'),
    name: reader.text('OIDC_NAME') ?? 'Single sign-on',
    scopes: reader.text('OIDC_SCOPES') ?? 'openid email profile',
  };
}
