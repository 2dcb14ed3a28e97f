import { Box, Text } from '@mantine/core';
import { IconSend, IconSendOff } from '@tabler/icons-react';
import { DELIVERY_LOOKS, DeliveryStatusBadge } from '../../../channels/delivery-status-badge.tsx';
import { ResendButton } from '../../../channels/resend-button.tsx';
import { describeDelivery } from './describe-delivery.ts';
import type { Delivery } from './merge-timeline.ts';
import { TimelineItem } from './timeline-item.tsx';

export function DeliveryItem({ delivery, channel }: { delivery: Delivery; channel: string }) {
  const { status, created_at: at } = delivery;
  const { title, lines } = describeDelivery(delivery, channel);
  return (
    <TimelineItem
      icon={status === 'failed' ? IconSendOff : IconSend}
      color={DELIVERY_LOOKS[status].color}
      at={at}
      title={
        <>
          <bdi>{title}</bdi> <DeliveryStatusBadge status={status} />
        </>
      }
    >
      <Box>
        {lines.map((line) => (
          <Text key={line} size="sm" c="dimmed">
            {line}
          </Text>
        ))}
      </Box>
      <ResendButton delivery={delivery} label={title} />
    </TimelineItem>
  );
}
