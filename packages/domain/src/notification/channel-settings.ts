import { DomainError, type Fault } from '../shared/errors.ts';
import type { ChannelType } from './channel.ts';
import { type FieldReader, makeFieldReader } from './field-reader.ts';

/**
 * How a channel reaches people. `config` may be shown, `secrets` never; fields have the names under
 * which people send them and the database keeps them. Null: not set.
 */
export type ChannelSettings =
  | {
      readonly type: 'slack';
      /** Null with an incoming webhook, which has its channel in itself. */
      readonly config: { readonly channel: string | null };
      /** One of the two. */
      readonly secrets: { readonly token: string | null; readonly webhook_url: string | null };
    }
  | {
      readonly type: 'email';
      readonly config: {
        readonly host: string;
        readonly port: number;
        readonly username: string | null;
        readonly from: string;
        readonly to: readonly string[];
        /** Whether to refuse a server without TLS. */
        readonly tls: boolean;
      };
      readonly secrets: { readonly password: string | null };
    }
  | {
      readonly type: 'telegram';
      readonly config: { readonly chat_id: string; readonly message_thread_id: number | null };
      readonly secrets: { readonly bot_token: string };
    }
  | {
      readonly type: 'webhook';
      readonly config: { readonly url: string };
      readonly secrets: { readonly secret: string };
    };

/** Fields as a person sends them or the database keeps them. */
export type GivenFields = Readonly<Record<string, unknown>>;

const EMAIL_PORT = 587;
/** What Standard Webhooks allows: `whsec_` and 24 to 64 bytes in base64. */
const WEBHOOK_SECRET =
  /^whsec_(?=[A-Za-z0-9+/]{32,86}=*$)(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

interface Readers {
  readonly config: FieldReader;
  readonly secrets: FieldReader;
}

/**
 * Reads the fields of a channel.
 *
 * @throws DomainError `invalid` with every fault, in none of which a value is repeated
 */
export function readChannelSettings(
  type: ChannelType,
  given: { readonly config: GivenFields; readonly secrets: GivenFields },
): ChannelSettings {
  const faults: Fault[] = [];
  const config = makeFieldReader('config', given.config, faults);
  const secrets = makeFieldReader('secrets', given.secrets, faults);
  const settings = READ[type]({ config, secrets });
  config.refuseOthers();
  secrets.refuseOthers();
  if (faults.length === 0) return settings;
  const detail = faults.map(({ path, message }) => `${path}: ${message}`).join('; ');
  throw new DomainError('invalid', detail, faults);
}

const READ: Readonly<Record<ChannelType, (readers: Readers) => ChannelSettings>> = {
  slack: readSlack,
  email: readEmail,
  telegram: readTelegram,
  webhook: readWebhook,
};

function readSlack({ config, secrets }: Readers): ChannelSettings {
  const channel = config.optionalText('channel');
  const token = secrets.optionalText('token', {
    pattern: /^[\x21-\x7e]+$/,
    message: 'must be a Slack bot token (xoxb-…), without spaces',
  });
  const webhookUrl = secrets.optionalUrl('webhook_url', ['https:']);
  if (token === null && webhookUrl === null)
    secrets.fault('token', 'is missing; or give webhook_url instead');
  if (token !== null && webhookUrl !== null)
    secrets.fault('webhook_url', 'must not be given together with token');
  if (token !== null && channel === null)
    config.fault('channel', 'is missing: a bot token needs to know where to post');
  if (token === null && webhookUrl !== null && channel !== null)
    config.fault('channel', 'must not be given with webhook_url, which has its own channel');
  return { type: 'slack', config: { channel }, secrets: { token, webhook_url: webhookUrl } };
}

function readEmail({ config, secrets }: Readers): ChannelSettings {
  const host = config.text('host', {
    pattern: /^[A-Za-z0-9._:-]+$/,
    message: 'must be the name or the address of a mail server',
  });
  const port = config.integer('port', EMAIL_PORT, 1, 65_535);
  const username = config.optionalText('username');
  const password = secrets.optionalText('password');
  if (username !== null && password === null)
    secrets.fault('password', 'is missing: username and password go together');
  if (username === null && password !== null)
    config.fault('username', 'is missing: username and password go together');
  const from = config.emailAddress('from');
  const to = config.emailAddresses('to');
  const tls = config.boolean('tls', false);
  return { type: 'email', config: { host, port, username, from, to, tls }, secrets: { password } };
}

function readTelegram({ config, secrets }: Readers): ChannelSettings {
  const chatId = config.text('chat_id', {
    pattern: /^(-?\d{1,20}|@\w{1,64})$/,
    message: 'must be the number of a Telegram chat, or @name, as text',
  });
  const threadId = config.optionalInteger('message_thread_id', 1, 2 ** 31 - 1);
  const botToken = secrets.text('bot_token', {
    // It becomes a part of the address, where another character could lead elsewhere.
    pattern: /^\d+:[\w-]+$/,
    message: 'must be a Telegram bot token such as 123456:ABC…',
  });
  return {
    type: 'telegram',
    config: { chat_id: chatId, message_thread_id: threadId },
    secrets: { bot_token: botToken },
  };
}

function readWebhook({ config, secrets }: Readers): ChannelSettings {
  const url = config.url('url', ['http:', 'https:']);
  const secret = secrets.text('secret', {
    pattern: WEBHOOK_SECRET,
    message: 'must be whsec_ and 24 to 64 random bytes in base64',
  });
  return { type: 'webhook', config: { url }, secrets: { secret } };
}
