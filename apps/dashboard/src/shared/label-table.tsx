import { Box, Text } from '@mantine/core';
import { LongText } from './long-text.tsx';

/** Names and values from outside: any number of any length, as plain text. */
export function LabelTable({
  label,
  entries,
}: {
  label: string;
  entries: readonly (readonly [name: string, value: string])[];
}) {
  return (
    <Box mb="xs">
      <Text size="xs" fw={600} c="dimmed">
        {label}
      </Text>
      <Box component="dl" m={0}>
        {entries.map(([name, value]) => (
          <Box key={name} mb={4}>
            <Text component="dt" size="xs" c="dimmed" ff="monospace">
              <LongText text={name} />
            </Text>
            <Text component="dd" size="sm" m={0} style={{ whiteSpace: 'pre-wrap' }}>
              <LongText text={value} />
            </Text>
          </Box>
        ))}
      </Box>
    </Box>
  );
}
