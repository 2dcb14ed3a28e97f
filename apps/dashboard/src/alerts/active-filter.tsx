import { Button, Group } from '@mantine/core';
import { IconFilterOff, IconX } from '@tabler/icons-react';
import { type AlertFilter, countSet } from './alert-filter.ts';

const NOTHING = { severity: [], label: [], from: null, to: null };

/** The labels that alerts must have, to be taken out again, and a way to begin again. */
export function ActiveFilter({
  filter,
  onChange,
}: {
  filter: AlertFilter;
  onChange: (wanted: Partial<AlertFilter>) => void;
}) {
  if (countSet(filter) === 0) return null;
  return (
    <Group gap={6} mb="md">
      {filter.label.map((label) => (
        <Button
          key={label}
          size="xs"
          variant="light"
          maw="100%"
          aria-label={`Take out the label ${label}`}
          rightSection={<IconX size={14} aria-hidden />}
          onClick={() => onChange({ label: filter.label.filter((one) => one !== label) })}
        >
          <bdi>{label}</bdi>
        </Button>
      ))}
      <Button
        size="xs"
        variant="subtle"
        leftSection={<IconFilterOff size={14} aria-hidden />}
        onClick={() => onChange(NOTHING)}
      >
        Clear the filter
      </Button>
    </Group>
  );
}
