import { Text } from '@mantine/core';
import { LongText } from '../shared/long-text.tsx';
import type { Delivery } from './delivery-filter.ts';
import { ResendButton } from './resend-button.tsx';

/** What the provider said, why the channel was told at all, and another try where it failed. */
export function DeliveryOutcome({ delivery, channel }: { delivery: Delivery; channel: string }) {
  const { id, incident, status, attempts, reason } = delivery;
  const { last_error, provider_id, next_attempt_at, bundled_into_id } = delivery;
  return (
    <>
      {last_error !== null && (
        <Text size="sm">
          <LongText text={last_error} />
        </Text>
      )}
      {attempts > 0 && next_attempt_at !== null && <Text size="sm">It is tried again.</Text>}
      {provider_id !== null && <Text size="sm">The provider calls it {provider_id}.</Text>}
      {bundled_into_id !== null && <Text size="sm">Told together with others in one message.</Text>}
      <Text size="sm" c="dimmed">
        {reason}
      </Text>
      {status === 'failed' && <ResendButton id={id} label={`#${incident.number} to ${channel}`} />}
    </>
  );
}
