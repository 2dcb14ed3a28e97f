import type { components } from '@klaxon/sdk';
import { Badge } from '@mantine/core';
import { IconCheck, IconFlame, IconUserCheck, type TablerIcon } from '@tabler/icons-react';

export type IncidentStatus = components['schemas']['IncidentStatus'];

const LOOKS: Readonly<Record<IncidentStatus, { color: string; icon: TablerIcon }>> = {
  open: { color: 'red', icon: IconFlame },
  acknowledged: { color: 'blue', icon: IconUserCheck },
  resolved: { color: 'teal', icon: IconCheck },
};

export function StatusBadge({ status }: { status: IncidentStatus }) {
  const { color, icon: Icon } = LOOKS[status];
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
