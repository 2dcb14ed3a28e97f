import { Radio, Stack } from '@mantine/core';
import type { SlackWay } from './channel-fields.ts';

const WAYS: readonly { readonly value: SlackWay; readonly label: string; readonly help: string }[] =
  [
    {
      value: 'bot',
      label: 'As a bot',
      help: 'Keeps the first message of an incident current, and threads the others.',
    },
    { value: 'webhook', label: 'Through an incoming webhook', help: 'One message after another.' },
  ];

export function SlackWayChoice({
  way,
  onChange,
}: {
  way: SlackWay;
  onChange: (way: SlackWay) => void;
}) {
  return (
    <Radio.Group label="How Klaxon posts" value={way}>
      <Stack gap="xs" mt={4}>
        {WAYS.map(({ value, label, help }) => (
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
