import { Alert, Button, Code, Group, ScrollArea, Stack, Text } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconCheck, IconCopy } from '@tabler/icons-react';

/** A secret that no answer has again, to be copied now. */
export function ShownOnce({ label, value, hint }: { label: string; value: string; hint?: string }) {
  const { copy, copied, error } = useClipboard();
  return (
    <Stack gap={6}>
      <Group justify="space-between" wrap="nowrap">
        <Text fw={600} size="sm">
          {label}
        </Text>
        <Button
          size="xs"
          variant="default"
          leftSection={
            copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />
          }
          aria-label={`Copy: ${label}`}
          onClick={() => copy(value)}
        >
          {copied ? 'Copied' : 'Copy'}
        </Button>
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
      {error && (
        <Alert color="orange" role="alert">
          This browser does not let Klaxon copy. Select the text and copy it by hand.
        </Alert>
      )}
    </Stack>
  );
}
