import type { components } from '@klaxon/sdk';
import { Box, Card, Code, Group, Text } from '@mantine/core';
import { Ago } from '../shared/ago.tsx';
import { CopyText } from '../shared/copy-text.tsx';
import { LongText } from '../shared/long-text.tsx';

type RejectedAlert = components['schemas']['RejectedAlert'];

export function RejectedAlertCard({ rejected }: { rejected: RejectedAlert }) {
  const { received_at, source, path, reason, raw, raw_length } = rejected;
  return (
    <Card component="article" withBorder padding="sm">
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <Box miw={0}>
          <Text fw={600}>
            {path !== '' && <Code mr={4}>{path.slice(0, 300)}</Code>}
            {path === '' && raw !== '' && 'The payload '}
            <LongText
              text={reason.startsWith(`${path}: `) ? reason.slice(path.length + 2) : reason}
            />
          </Text>
          <Text size="sm" c="dimmed">
            from {source}, <Ago at={received_at} />
          </Text>
        </Box>
        {raw !== '' && <CopyText text={raw} what="what was sent" />}
      </Group>
      {raw !== '' && (
        <Box
          mt="xs"
          p="xs"
          fz="xs"
          ff="monospace"
          bg="var(--mantine-color-default-hover)"
          style={{ whiteSpace: 'pre-wrap', borderRadius: 'var(--mantine-radius-sm)' }}
        >
          <LongText text={raw} shown={400} />
        </Box>
      )}
      {raw_length > raw.length && (
        <Text size="xs" c="dimmed" mt={4}>
          It was {raw_length.toLocaleString()} characters long; these are the first{' '}
          {raw.length.toLocaleString()}.
        </Text>
      )}
    </Card>
  );
}
