import type { ChannelProvider } from '../channel-provider.ts';
import { numberIn, textIn } from '../shared/field-values.ts';
import { withoutActions } from '../shared/without-actions.ts';
import { telegramNotifier } from './telegram-notifier.ts';

export const telegramChannel: ChannelProvider = {
  type: 'telegram',
  label: 'Telegram',
  api: { url: 'https://api.telegram.org', variable: 'TELEGRAM_API_URL' },
  setBy: ['bot_token', 'chat_id'],
  fields: [
    {
      name: 'bot_token',
      label: 'Bot token',
      help: 'Write /newbot to @BotFather in Telegram; it answers the token.',
      kind: 'text',
      secret: true,
      shape: {
        // It becomes a part of the address, where another character could lead elsewhere.
        pattern: /^\d+:[\w-]+$/,
        message: 'must be a Telegram bot token such as 123456:ABC…',
      },
      placeholder: '123456:ABC…',
      required: true,
      variable: 'TELEGRAM_BOT_TOKEN',
    },
    {
      name: 'chat_id',
      label: 'Chat',
      help: 'The number of the chat, or @name of a public channel. Add the bot to the chat; api.telegram.org/bot<token>/getUpdates shows the number after a message there.',
      kind: 'text',
      shape: {
        pattern: /^(-?\d{1,20}|@\w{1,64})$/,
        message: 'must be the number of a Telegram chat, or @name, as text',
      },
      placeholder: '-1001234567890',
      required: true,
      variable: 'TELEGRAM_CHAT_ID',
    },
    {
      name: 'message_thread_id',
      label: 'Topic',
      help: 'The number of a topic, in a group that has topics.',
      kind: 'number',
      min: 1,
      max: 2 ** 31 - 1,
    },
  ],
  summary(config) {
    const topic = numberIn(config, 'message_thread_id');
    return `Writes to the chat ${textIn(config, 'chat_id')}${topic === null ? '' : `, topic ${topic}`}.`;
  },

  build({ config, secrets }, { apiUrl, heard }) {
    const token = textIn(secrets, 'bot_token');
    const notifier = telegramNotifier({
      token,
      chatId: textIn(config, 'chat_id'),
      messageThreadId: numberIn(config, 'message_thread_id'),
      baseUrl: apiUrl,
    });
    return heard.includes(token) ? notifier : withoutActions(notifier);
  },
};
