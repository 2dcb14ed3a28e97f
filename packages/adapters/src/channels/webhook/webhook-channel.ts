import type { ChannelProvider } from '../channel-provider.ts';
import { textIn } from '../shared/field-values.ts';
import { webhookNotifier } from './webhook-notifier.ts';

/** What Standard Webhooks allows: `whsec_` and 24 to 64 bytes in base64. */
const WEBHOOK_SECRET =
  /^whsec_(?=[A-Za-z0-9+/]{32,86}=*$)(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

export const webhookChannel: ChannelProvider = {
  type: 'webhook',
  label: 'Webhook',
  fields: [
    {
      name: 'url',
      label: 'URL',
      help: 'Where Klaxon posts JSON to. It is kept encrypted, and shown shortened. Addresses in private networks need ALLOW_PRIVATE_WEBHOOKS.',
      kind: 'address',
      protocols: ['http:', 'https:'],
      // Who knows all of it can often post there.
      shortened: true,
      destination: true,
      placeholder: 'https://pager.example.com/klaxon',
      required: true,
    },
    {
      name: 'secret',
      label: 'Signing secret',
      help: 'The receiver proves with it that a message is Klaxon’s (Standard Webhooks). Left empty, Klaxon makes one up and shows it once.',
      kind: 'text',
      secret: true,
      shape: {
        pattern: WEBHOOK_SECRET,
        message: 'must be whsec_ and 24 to 64 random bytes in base64',
      },
      placeholder: 'whsec_…',
      required: true,
      madeUp: true,
    },
  ],
  summary: (config) => `Posts signed JSON to ${textIn(config, 'url')}.`,

  build: ({ secrets }, { allowPrivate, clock }) =>
    webhookNotifier({
      url: textIn(secrets, 'url'),
      secret: textIn(secrets, 'secret'),
      clock,
      allowPrivate: allowPrivate.webhooks,
    }),
};
