import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { TimeRangeInputs } from '../shared/time-range-inputs.tsx';
import { useUrlFilter } from '../shared/use-url-filter.ts';
import type { Channel } from './channel-fields.ts';
import { DELIVERY_STATUSES } from './delivery-filter.ts';

export function DeliveryFilters({ channels }: { channels: readonly Channel[] }) {
  const { value, set, clear, isSet } = useUrlFilter();
  return (
    <Group align="flex-end" gap="sm">
      <NativeSelect
        label="Status"
        data={[{ value: '', label: 'Any' }, ...DELIVERY_STATUSES]}
        value={value('status')}
        onChange={({ currentTarget }) => set('status', currentTarget.value)}
      />
      <NativeSelect
        label="Channel"
        maw={240}
        data={[
          { value: '', label: 'Any' },
          ...channels.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={value('channel')}
        onChange={({ currentTarget }) => set('channel', currentTarget.value)}
      />
      <TextInput
        label="Incident"
        placeholder="Its id"
        value={value('incident')}
        onChange={({ currentTarget }) => set('incident', currentTarget.value.trim())}
      />
      <TimeRangeInputs />
      {isSet && (
        <Button variant="subtle" onClick={clear}>
          Clear the filters
        </Button>
      )}
    </Group>
  );
}
