import { Badge } from '@mantine/core';
import {
  IconCheck,
  IconClock,
  IconCornerUpRight,
  IconX,
  type TablerIcon,
} from '@tabler/icons-react';
import type { DeliveryStatus } from './delivery-filter.ts';

export const DELIVERY_LOOKS: Readonly<Record<DeliveryStatus, { color: string; icon: TablerIcon }>> =
  {
    queued: { color: 'blue', icon: IconClock },
    sent: { color: 'teal', icon: IconCheck },
    failed: { color: 'red', icon: IconX },
    superseded: { color: 'gray', icon: IconCornerUpRight },
  };

export function DeliveryStatusBadge({ status }: { status: DeliveryStatus }) {
  const { color, icon: Icon } = DELIVERY_LOOKS[status];
  return (
    <Badge
      color={color}
      variant="outline"
      radius="sm"
      flex="none"
      miw="max-content"
      leftSection={<Icon size={12} aria-hidden />}
    >
      {status}
    </Badge>
  );
}
