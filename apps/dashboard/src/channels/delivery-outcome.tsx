import { Text } from '@mantine/core';
import { LongText } from '../shared/long-text.tsx';
import type { Delivery } from './delivery-filter.ts';
import { deliveryLines } from './delivery-lines.ts';
import { ResendButton } from './resend-button.tsx';

/** What the provider said, why the channel was told at all, and a way to send it again. */
export function DeliveryOutcome({ delivery, channel }: { delivery: Delivery; channel: string }) {
  return (
    <>
      {deliveryLines(delivery).map((line) => (
        <Text key={line} size="sm">
          <LongText text={line} />
        </Text>
      ))}
      <Text size="sm" c="dimmed">
        {delivery.superseded_because ?? delivery.reason}
      </Text>
      <ResendButton delivery={delivery} label={`#${delivery.incident.number} to ${channel}`} />
    </>
  );
}
