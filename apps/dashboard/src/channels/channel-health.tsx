import { Anchor, Group, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import { Ago } from '../shared/ago.tsx';
import type { Channel } from './channel-types.ts';

/** How a channel has done lately. */
export function ChannelHealth({ channel: { id, name, health } }: { channel: Channel }) {
  const { last_sent_at, last_failed_at, last_error, queued } = health;
  const deliveries = `/channels/deliveries?channel=${encodeURIComponent(id)}`;
  const failedLast =
    last_failed_at !== null && (last_sent_at === null || last_failed_at > last_sent_at);
  return (
    <Stack gap={4}>
      <Group gap="xs" style={{ columnGap: 'var(--mantine-spacing-lg)' }}>
        <Text size="sm">
          Last sent: {last_sent_at === null ? 'never' : <Ago at={last_sent_at} />}
        </Text>
        <Text size="sm" {...(failedLast && { fw: 600 })}>
          Last failed: {last_failed_at === null ? 'never' : <Ago at={last_failed_at} />}
        </Text>
        <Text size="sm" role="status">
          On their way: {queued}
        </Text>
        <Anchor component={Link} to={deliveries} size="sm" aria-label={`Deliveries to ${name}`}>
          Deliveries
        </Anchor>
      </Group>
      {last_error !== null && (
        <Text size="sm" c={failedLast ? 'var(--mantine-color-error)' : 'dimmed'}>
          {last_error}
        </Text>
      )}
    </Stack>
  );
}
