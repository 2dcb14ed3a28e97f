import { Alert, Badge, Card, Divider, Group, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMay } from '../session/session.ts';
import { ChannelActions } from './channel-actions.tsx';
import { ChannelHealth } from './channel-health.tsx';
import { ChannelRules } from './channel-rules.tsx';
import { type Channel, typeName } from './channel-types.ts';
import type { Rule } from './rule-words.ts';
import { useChannelTypes } from './use-channel-types.ts';

export function ChannelCard({ channel, rules }: { channel: Channel; rules: readonly Rule[] }) {
  const mayWrite = useMay('channels:write');
  return (
    <Card withBorder component="section" aria-label={channel.name}>
      <Stack gap="sm">
        <Group justify="space-between" align="flex-start">
          <Stack gap={4}>
            <Group gap="xs">
              <Title order={2} size="h4">
                {channel.name}
              </Title>
              <ChannelBadges channel={channel} />
            </Group>
            <Text size="sm" c="dimmed">
              {channel.summary}
            </Text>
          </Stack>
          {mayWrite && <ChannelActions channel={channel} />}
        </Group>
        {channel.fault !== null && (
          <Alert
            color="red"
            icon={<IconAlertTriangle aria-hidden />}
            title="It cannot be used as it is"
          >
            {channel.fault}
          </Alert>
        )}
        {!channel.enabled && <Text size="sm">It is disabled: it is told nothing.</Text>}
        {channel.fallback && (
          <Text size="sm">It is told only when all other channels have failed.</Text>
        )}
        <ChannelHealth channel={channel} />
        <Divider />
        <ChannelRules channel={channel} rules={rules} />
      </Stack>
    </Card>
  );
}

function ChannelBadges({ channel }: { channel: Channel }) {
  const types = useChannelTypes().data?.channel_types ?? [];
  return (
    <>
      <Badge variant="light" color="gray" radius="sm">
        {typeName(types, channel.type)}
      </Badge>
      {channel.source === 'environment' && (
        <Badge variant="outline" color="gray" radius="sm">
          Environment
        </Badge>
      )}
      {channel.fallback && (
        <Badge variant="outline" color="indigo" radius="sm">
          Fallback
        </Badge>
      )}
      {!channel.enabled && (
        <Badge variant="outline" color="gray" radius="sm">
          Disabled
        </Badge>
      )}
    </>
  );
}
