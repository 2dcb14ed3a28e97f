import type { Channel, ChannelType } from './channel-fields.ts';

const VARIABLES: Readonly<Record<ChannelType, string>> = {
  slack: 'SLACK_TOKEN and SLACK_CHANNEL',
  email: 'EMAIL_SMTP_HOST, EMAIL_TO and the other EMAIL_ variables',
  telegram: 'TELEGRAM_BOT_TOKEN and TELEGRAM_CHAT_ID',
  webhook: 'environment variables',
};

/** Where a channel leads, in a line. */
export function channelSummary({ source, type, config, secrets }: Channel): string {
  if (source === 'environment')
    return `Set by ${VARIABLES[type]}. To change it, change these and start Klaxon again.`;
  const text = (name: string) => String(config[name] ?? '');
  switch (type) {
    case 'slack':
      return secrets['webhook_url'] === 'set'
        ? 'Posts through an incoming webhook.'
        : `Posts to ${text('channel')} as a bot.`;
    case 'email': {
      const to = Array.isArray(config['to']) ? config['to'].join(', ') : '';
      return `Mails ${to} through ${text('host')}:${text('port')}.`;
    }
    case 'telegram': {
      const topic = text('message_thread_id');
      return `Writes to the chat ${text('chat_id')}${topic === '' ? '' : `, topic ${topic}`}.`;
    }
    case 'webhook':
      return `Posts signed JSON to ${text('url')}.`;
  }
}
