import { CHANNEL_VARIABLES } from '@klaxon/adapters';

/** The environment variables that Klaxon reads, by name, beside those of channels. What they mean stands in config.ts. */
const OWN_NAMES = [
  'ALERTMANAGER_TIMEOUT',
  'ALERTMANAGER_URL',
  'ALLOW_PRIVATE_SMTP',
  'ALLOW_PRIVATE_WEBHOOKS',
  'AUTO_RESOLVE',
  'DATABASE_URL',
  'DATA_DIR',
  'DB_CONN_MAX_LIFETIME',
  'DB_MAX_IDLE_CONNS',
  'DB_MAX_OPEN_CONNS',
  'DB_MIGRATION_PATH',
  'FLAP_WINDOW',
  'GROUP_BY',
  'HEALTH_PORT',
  'HOST',
  'LOG_LEVEL',
  'OIDC_ADMIN_VALUES',
  'OIDC_CLIENT_ID',
  'OIDC_CLIENT_SECRET',
  'OIDC_ISSUER',
  'OIDC_NAME',
  'OIDC_RESPONDER_VALUES',
  'OIDC_ROLE_CLAIM',
  'OIDC_SCOPES',
  'OIDC_TEAMS_CLAIM',
  'OIDC_VIEWER_VALUES',
  'PORT',
  'PUBLIC_URL',
  'RATE_LIMIT',
  'REDIS_URL',
  'REOPEN_AFTER',
  'SECRET_KEY',
  'SESSION_IDLE',
  'SESSION_LIFETIME',
  'SIGN_IN',
  'SLACK_APP_TOKEN',
  'SLACK_SIGNING_SECRET',
  'STALE_AFTER',
  'TELEGRAM_UPDATES',
  'TELEGRAM_WEBHOOK_SECRET',
  'TRUSTED_PROXIES',
] as const;

export const ENV_NAMES: readonly string[] = [...OWN_NAMES, ...CHANNEL_VARIABLES];

export type EnvName = (typeof OWN_NAMES)[number];
export type Env = Readonly<Record<string, string | undefined>>;

/** The variables that are set. An empty one counts as not set, as compose files leave them. */
export function readEnv(): Env {
  const env: Record<string, string> = {};
  for (const name of ENV_NAMES) {
    const value = process.env[name]?.trim();
    if (value) env[name] = value;
  }
  return env;
}
