import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { channelTypes } from '@klaxon/adapters';
import {
  type ChannelFields,
  type ChannelSettings,
  incidentMessage,
  makeLabels,
  readChannelSettings,
} from '@klaxon/domain';
import { type ProviderSink, startProviderSink } from '../demo/provider-sink.ts';
import { demoChannelBuilder } from './demo-channel-builder.ts';

const WHSEC = `whsec_${Buffer.alloc(24, 1).toString('base64')}`;
const HOOK = 'https://hooks.slack.com/services/T/B/x';
const MAIL = { host: 'smtp.example.org', from: 'klaxon@example.org', to: ['ops@example.org'] };

function settings(type: string, given: ChannelFields): ChannelSettings {
  const channelType = channelTypes.get(type);
  if (!channelType) throw new Error(`there is no ${type}`);
  return readChannelSettings(channelType, given);
}

/** Channels that would reach real people anywhere else. */
const REAL: readonly ChannelSettings[] = [
  settings('slack', { config: { channel: '#ops' }, secrets: { token: 'xoxb-1' } }),
  settings('slack', { config: {}, secrets: { webhook_url: HOOK } }),
  settings('telegram', { config: { chat_id: '1' }, secrets: { bot_token: '1:A' } }),
  settings('email', { config: MAIL, secrets: {} }),
  settings('webhook', {
    config: { url: 'https://93.184.216.34/in' },
    secrets: { secret: WHSEC },
  }),
];

let sink: ProviderSink;
let failure: number | null;
let asked: string[];

beforeEach(async () => {
  failure = null;
  asked = [];
  sink = await startProviderSink((path) => {
    asked.push(path);
    return failure;
  });
});

afterEach(() => sink.close());

function send(channel: ChannelSettings) {
  const message = incidentMessage('created', incident, {
    reason: 'An alert fires.',
    firingAlerts: 1,
    publicUrl: null,
  });
  const conversation = { deliveryId: incident.id, firstProviderId: null };
  return demoChannelBuilder(sink.url)(channel).send(message, conversation);
}

test.each(REAL)('a channel of type $type with $config reaches the sink alone', async (channel) => {
  expect(await send(channel)).toMatchObject({ result: 'sent' });
  expect(asked).toHaveLength(channel.type === 'email' ? 0 : 1);
});

test('providers in trouble answer as they do', async () => {
  const [slack, , telegram, , webhook] = REAL;
  if (!slack || !telegram || !webhook) throw new Error('a channel is missing');
  failure = 500;
  expect(await send(slack)).toMatchObject({ result: 'retry' });
  failure = 429;
  expect(await send(telegram)).toMatchObject({ result: 'retry', retryAfter: 20_000 });
  failure = 404;
  expect(await send(webhook)).toMatchObject({ result: 'failed' });
});

const incident = {
  id: '01a17da5-6d72-77fd-878b-c61a227804f9',
  number: 1,
  status: 'open',
  title: 'Customers cannot pay',
  description: null,
  severity: 'critical',
  labels: makeLabels([['service', 'checkout']]),
  groupKey: null,
  assigneeId: null,
  createdAt: 0,
  updatedAt: 0,
  snoozedUntil: null,
  staleSince: null,
  version: 1,
} as const;
