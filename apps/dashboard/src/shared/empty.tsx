import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';

/** Where there is nothing to show: why, and what to do about it. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <Stack align="center" gap="xs" py="xl" ta="center">
      <Text fw={600}>{title}</Text>
      {children !== undefined && (
        <Text component="div" c="dimmed" size="sm" maw={520}>
          {children}
        </Text>
      )}
    </Stack>
  );
}
