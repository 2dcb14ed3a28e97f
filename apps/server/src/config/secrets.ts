import { ConfigError } from './config.ts';
import type { Env, EnvName } from './env.ts';
import { EnvReader } from './env-reader.ts';

/** What must never be logged: passwords, tokens, and addresses that hold them. */
export interface Secrets {
  readonly databaseUrl: string | null;
  readonly alertmanagerUrls: readonly URL[];
  readonly slack: { readonly token: string; readonly channel: string } | null;
  readonly telegram: { readonly botToken: string; readonly chatId: string } | null;
  readonly email: EmailSettings | null;
}

interface EmailSettings {
  readonly host: string;
  readonly port: number;
  readonly username: string | null;
  readonly password: string | null;
  readonly from: string;
  readonly to: readonly string[];
  readonly requireTls: boolean;
}

/** @throws ConfigError where a pair is half set or an address cannot be read */
export function readSecrets(env: Env): Secrets {
  const reader = new EnvReader(env);
  const slack = together(reader, ['SLACK_TOKEN', 'SLACK_CHANNEL']);
  const telegram = together(reader, ['TELEGRAM_BOT_TOKEN', 'TELEGRAM_CHAT_ID']);
  const secrets: Secrets = {
    databaseUrl: reader.url('DATABASE_URL', ['postgres:', 'postgresql:'])?.href ?? null,
    alertmanagerUrls: reader.urls('ALERTMANAGER_URL', ['http:', 'https:']),
    slack: slack && { token: slack[0], channel: slack[1] },
    telegram: telegram && { botToken: telegram[0], chatId: telegram[1] },
    email: readEmail(reader),
  };
  if (reader.faults.length > 0) throw new ConfigError(reader.faults);
  return secrets;
}

function readEmail(reader: EnvReader): EmailSettings | null {
  const host = reader.text('EMAIL_SMTP_HOST');
  if (host === null) return null;
  const username = reader.text('EMAIL_USERNAME');
  const from = reader.text('EMAIL_FROM') ?? (username?.includes('@') ? username : null);
  const to = reader.list('EMAIL_TO');
  if (from === null)
    reader.fault('EMAIL_FROM must be the sender address of e-mails, since EMAIL_SMTP_HOST is set');
  if (to === null)
    reader.fault('EMAIL_TO must be the addresses that e-mails go to, since EMAIL_SMTP_HOST is set');
  const port = reader.integer('EMAIL_SMTP_PORT', 587, 1, 65_535);
  const requireTls = reader.boolean('EMAIL_TLS', false);
  const password = reader.text('EMAIL_PASSWORD');
  if ((username === null) !== (password === null))
    reader.fault('EMAIL_USERNAME and EMAIL_PASSWORD must be set together');
  if (from === null || to === null) return null;
  return { host, port, username, password, from, to, requireTls };
}

function together(
  reader: EnvReader,
  [a, b]: readonly [EnvName, EnvName],
): readonly [string, string] | null {
  const [first, second] = [reader.text(a), reader.text(b)];
  if (first !== null && second !== null) return [first, second];
  if (first !== null || second !== null) reader.fault(`${a} and ${b} must be set together`);
  return null;
}
