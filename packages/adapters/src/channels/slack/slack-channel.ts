import type { ChannelFields, Fault } from '@klaxon/domain';
import type { ChannelProvider } from '../channel-provider.ts';
import { optionalTextIn, textIn } from '../shared/field-values.ts';
import { withoutActions } from '../shared/without-actions.ts';
import { slackIncomingWebhookNotifier } from './slack-incoming-webhook-notifier.ts';
import { slackNotifier } from './slack-notifier.ts';

/** Slack is reached by a bot, or by an incoming webhook, which has its channel in itself. */
export const slackChannel: ChannelProvider = {
  type: 'slack',
  label: 'Slack',
  api: { url: 'https://slack.com/api', variable: 'SLACK_API_URL' },
  setBy: ['token', 'channel'],
  ways: [
    {
      value: 'bot',
      label: 'As a bot',
      help: 'Keeps the first message of an incident current, and threads the others.',
    },
    {
      value: 'webhook',
      label: 'Through an incoming webhook',
      help: 'One message after another.',
    },
  ],
  fields: [
    {
      name: 'channel',
      label: 'Slack channel',
      help: 'Its name or its id. Invite the bot into it: /invite @your-bot.',
      kind: 'text',
      placeholder: '#operations',
      required: true,
      way: 'bot',
      variable: 'SLACK_CHANNEL',
    },
    {
      name: 'token',
      label: 'Bot token',
      help: 'At api.slack.com/apps: your app, OAuth & Permissions, Bot User OAuth Token. It needs the scope chat:write.',
      kind: 'text',
      secret: true,
      shape: {
        pattern: /^[\x21-\x7e]+$/,
        message: 'must be a Slack bot token (xoxb-…), without spaces',
      },
      placeholder: 'xoxb-…',
      required: true,
      way: 'bot',
      variable: 'SLACK_TOKEN',
    },
    {
      name: 'webhook_url',
      label: 'Webhook URL',
      help: 'At api.slack.com/apps: your app, Incoming Webhooks, Add New Webhook. It has its channel in itself; messages cannot be threaded or updated.',
      kind: 'address',
      protocols: ['https:'],
      secret: true,
      placeholder: 'https://hooks.slack.com/services/…',
      required: true,
      way: 'webhook',
    },
  ],
  check: checkWays,
  summary: ({ channel }) =>
    typeof channel === 'string'
      ? `Posts to ${channel} as a bot.`
      : 'Posts through an incoming webhook.',

  build({ config, secrets }, { apiUrl, allowPrivate, heard }) {
    const url = optionalTextIn(secrets, 'webhook_url');
    if (url !== null)
      return slackIncomingWebhookNotifier({ url, allowPrivate: allowPrivate.webhooks });
    const token = textIn(secrets, 'token');
    const notifier = slackNotifier({ token, channel: textIn(config, 'channel'), baseUrl: apiUrl });
    return heard.includes(token) ? notifier : withoutActions(notifier);
  },
};

function checkWays({ config, secrets }: ChannelFields): readonly Fault[] {
  const [hasToken, hasUrl] = [isSet(secrets['token']), isSet(secrets['webhook_url'])];
  const hasChannel = isSet(config['channel']);
  const faults: readonly (Fault | false)[] = [
    !hasToken &&
      !hasUrl && { path: 'secrets.token', message: 'is missing; or give webhook_url instead' },
    hasToken &&
      hasUrl && { path: 'secrets.webhook_url', message: 'must not be given together with token' },
    hasToken &&
      !hasChannel && {
        path: 'config.channel',
        message: 'is missing: a bot token needs to know where to post',
      },
    !hasToken &&
      hasUrl &&
      hasChannel && {
        path: 'config.channel',
        message: 'must not be given with webhook_url, which has its own channel',
      },
  ];
  return faults.filter((fault) => fault !== false);
}

function isSet(value: unknown): boolean {
  return (value ?? null) !== null;
}
