import type { ChannelInput } from '@klaxon/application';
import type { ChannelSettings, Severity } from '@klaxon/domain';

interface DemoChannel extends ChannelInput {
  /** What it hears; null for everything. */
  readonly hears: { readonly rule: string; readonly severities: readonly Severity[] } | null;
}

const COMMON = { enabled: true, fallback: false, hears: null, secrets: {} };
export const STATUS_PAGE = 'hooks.status.shop.example';

/** None of them leads anywhere: see `toSink`. */
export const DEMO_CHANNELS: readonly DemoChannel[] = [
  {
    ...COMMON,
    name: 'Slack #incidents',
    type: 'slack',
    config: { channel: '#incidents' },
    secrets: { token: 'xoxb-demo' },
  },
  {
    ...COMMON,
    name: 'Telegram on call',
    type: 'telegram',
    config: { chat_id: '-1001234567890' },
    secrets: { bot_token: '1234567890:demo' },
    hears: { rule: 'Wakes people', severities: ['critical', 'high'] },
  },
  {
    ...COMMON,
    name: 'Status page',
    type: 'webhook',
    config: { url: `https://${STATUS_PAGE}/klaxon` },
    hears: { rule: 'What customers notice', severities: ['critical'] },
  },
  {
    ...COMMON,
    name: 'Mail to the platform team',
    type: 'email',
    config: {
      host: 'smtp.shop.example',
      from: 'klaxon@shop.example',
      to: ['platform@shop.example', 'on-call@shop.example'],
    },
    hears: { rule: 'Everything but noise', severities: ['critical', 'high', 'medium'] },
  },
  {
    ...COMMON,
    name: 'Pager, if all else fails',
    type: 'webhook',
    fallback: true,
    config: { url: 'https://pager.shop.example/in' },
  },
  {
    ...COMMON,
    name: 'Old chat',
    type: 'slack',
    enabled: false,
    config: { channel: '#ops-old' },
    secrets: { token: 'xoxb-demo-old' },
  },
];

/**
 * The same channel with everybody whom it could reach replaced, whatever people set up in the demo. Null for
 * what the sink does not play: it goes nowhere at all.
 */
export function toSink(settings: ChannelSettings, sinkUrl: string): ChannelSettings | null {
  const { type, config, secrets } = settings;
  switch (type) {
    case 'slack': {
      const channel = config['channel'] ?? '#demo';
      const token = secrets['token'] ?? 'xoxb-demo';
      return { type, config: { channel }, secrets: { token, webhook_url: null } };
    }
    case 'telegram':
      return settings;
    case 'webhook': {
      const { host } = new URL(String(secrets['url']));
      return { type, config, secrets: { ...secrets, url: `${sinkUrl}/hooks/${host}` } };
    }
    default:
      return null;
  }
}
