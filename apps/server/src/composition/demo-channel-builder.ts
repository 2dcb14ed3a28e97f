import { buildNotifier, type ClosableNotifier, systemClock } from '@klaxon/adapters';
import { toSink } from '../demo/demo-channels.ts';
import type { BuildChannel } from './compose-channels.ts';

/** Channels that reach the sink alone, whatever address they were given. */
export function demoChannelBuilder(sinkUrl: string): BuildChannel {
  const building = {
    allowPrivate: { webhooks: ['127.0.0.1'], smtp: false },
    heard: [],
    apiUrls: { slack: `${sinkUrl}/slack`, telegram: sinkUrl },
    clock: systemClock,
  };
  return (settings) => {
    const inSink = toSink(settings, sinkUrl);
    return inSink === null ? unsent() : buildNotifier(inSink, building);
  };
}

function unsent(): ClosableNotifier {
  return {
    send: async (_message, { deliveryId }) => sent(deliveryId),
    sendBundle: async (_message, deliveryId) => sent(deliveryId),
  };
}

function sent(deliveryId: string) {
  return { result: 'sent', providerId: `<${deliveryId}@shop.example>` } as const;
}
