import { DomainError, type Fault } from '../shared/errors.ts';
import type { ChannelType } from './channel.ts';
import { type FieldReader, makeFieldReader } from './field-reader.ts';
import { isShortened, shortAddress } from './short-address.ts';

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
      /** The address as it is shown: who knows all of it can often post there. */
      readonly config: { readonly url: string };
      readonly secrets: { readonly url: string; readonly secret: string };
    };

/** Fields as a person sends them or the database keeps them. */
export type GivenFields = Readonly<Record<string, unknown>>;

export const SMTP_PORT = 587;
/** What Standard Webhooks allows: `whsec_` and 24 to 64 bytes in base64. */
const WEBHOOK_SECRET =
  /^whsec_(?=[A-Za-z0-9+/]{32,86}=*$)(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

const HTTP = ['http:', 'https:'];

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
  const port = config.integer('port', SMTP_PORT, 1, 65_535);
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
  const kept = secrets.optionalUrl('url', HTTP);
  const given = config.optionalUrl('url', HTTP);
  // What is shown of the address, sent back, leaves it as it is.
  const url = (kept !== null && given === shortAddress(kept) ? kept : given) ?? '';
  if (url === '') config.fault('url', 'is missing');
  else if (isShortened(url))
    config.fault('url', 'must be the whole address: this is what is shown of one');
  const secret = secrets.text('secret', {
    pattern: WEBHOOK_SECRET,
    message: 'must be whsec_ and 24 to 64 random bytes in base64',
  });
  return { type: 'webhook', config: { url: shortAddress(url) }, secrets: { url, secret } };
}

/** The fields as they are kept. Rows of before addresses were sealed have them in the open. */
export function fieldsToKeep(
  type: ChannelType,
  { config, secrets }: { readonly config: GivenFields; readonly secrets: GivenFields },
): { readonly config: GivenFields; readonly secrets: GivenFields } {
  const { url } = config;
  if (type !== 'webhook' || typeof url !== 'string' || 'url' in secrets) return { config, secrets };
  return { config: shownConfig(type, config), secrets: { ...secrets, url } };
}

/** What may be shown of settings as they are kept. */
export function shownConfig(type: ChannelType, config: GivenFields): GivenFields {
  const { url } = config;
  return type === 'webhook' && typeof url === 'string'
    ? { ...config, url: shortAddress(url) }
    : config;
}
