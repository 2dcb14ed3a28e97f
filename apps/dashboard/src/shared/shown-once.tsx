import { Code, Group, ScrollArea, Stack, Text } from '@mantine/core';
import { CopyText } from './copy-text.tsx';

/** A secret that no answer has again, to be copied now. */
export function ShownOnce({ label, value, hint }: { label: string; value: string; hint?: string }) {
  return (
    <Stack gap={6}>
      <Group justify="space-between" wrap="nowrap">
        <Text fw={600} size="sm">
          {label}
        </Text>
        <CopyText text={value} what={label} />
      </Group>
      <ScrollArea.Autosize mah={260} type="auto" viewportProps={{ tabIndex: 0 }}>
        <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {value}
        </Code>
      </ScrollArea.Autosize>
      {hint !== undefined && (
        <Text size="sm" c="dimmed">
          {hint}
        </Text>
      )}
    </Stack>
  );
}
