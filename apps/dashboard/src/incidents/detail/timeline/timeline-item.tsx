import { Box, Group, Text, ThemeIcon } from '@mantine/core';
import type { TablerIcon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Ago } from '../../../shared/ago.tsx';
import { formatDateTime } from '../../../shared/time.ts';

interface TimelineItemProps {
  readonly icon: TablerIcon;
  readonly color: string;
  readonly title: ReactNode;
  readonly at: string;
  readonly children?: ReactNode;
}

export function TimelineItem({ icon: Icon, color, title, at, children }: TimelineItemProps) {
  return (
    <Box
      component="li"
      py="xs"
      style={{ borderTop: '1px solid var(--mantine-color-default-border)' }}
    >
      <Group gap="sm" align="flex-start" wrap="nowrap">
        <ThemeIcon variant="light" color={color} size="md" radius="xl">
          <Icon size={16} aria-hidden />
        </ThemeIcon>
        <Box flex={1} miw={0}>
          <Text size="sm" fw={600} component="div">
            {title}
          </Text>
          {children}
          <Text size="xs" c="dimmed">
            {formatDateTime(at)} · <Ago at={at} />
          </Text>
        </Box>
      </Group>
    </Box>
  );
}
