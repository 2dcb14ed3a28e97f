import type { components } from '@klaxon/sdk';
import { Radio, Stack } from '@mantine/core';

interface Props {
  readonly ways: readonly components['schemas']['ChannelWay'][];
  readonly way: string | null;
  readonly onChange: (way: string) => void;
}

export function WayChoice({ ways, way, onChange }: Props) {
  return (
    <Radio.Group label="How Klaxon posts" value={way}>
      <Stack gap="xs" mt={4}>
        {ways.map(({ value, label, help }) => (
          <Radio
            key={value}
            value={value}
            label={label}
            description={help}
            onChange={() => onChange(value)}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}
