import { Box, Card, Stack, Text } from '@mantine/core';
import { LongText } from '../shared/long-text.tsx';
import { formatDuration } from '../shared/time.ts';
import { Bar } from './bar-cell.tsx';
import { type NoisyAlert, noiseHint, noiseShare } from './noise-hint.ts';

/** The same as the table, for a phone. */
export function NoiseCards({ items }: { items: readonly NoisyAlert[] }) {
  return (
    <Stack component="ul" gap="sm" p={0} m={0} aria-label="Noise" style={{ listStyle: 'none' }}>
      {items.map((item) => (
        <Card key={`${item.service}\n${item.alertname}`} component="li" withBorder padding="sm">
          <Text fw={600}>
            <LongText text={item.alertname} shown={100} />
          </Text>
          {item.service !== '' && (
            <Text size="xs" c="dimmed">
              <LongText text={item.service} shown={100} />
            </Text>
          )}
          <Text size="sm" mt={4}>
            {item.unacknowledged.toLocaleString()} of {item.incidents.toLocaleString()}{' '}
            unacknowledged ({noiseShare(item)} %), median {formatDuration(item.median_seconds)}
          </Text>
          <Bar share={noiseShare(item)} />
          <Box mt="xs" fz="sm">
            {noiseHint(item)}
          </Box>
        </Card>
      ))}
    </Stack>
  );
}
