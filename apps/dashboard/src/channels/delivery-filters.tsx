import { Button, Group, NativeSelect } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { countLabel } from '../shared/count-label.ts';
import { Disclosure } from '../shared/disclosure.tsx';
import { TimeRangeFields } from '../shared/time-range-fields.tsx';
import { useNarrow } from '../shared/use-narrow.ts';
import { useUrlFilter } from '../shared/use-url-filter.ts';
import type { Channel } from './channel-types.ts';
import { DELIVERY_STATUSES } from './delivery-filter.ts';

interface Props {
  readonly channels: readonly Channel[];
}

/** On a phone they would push what they filter off the screen. */
export function DeliveryFilters(props: Props) {
  const fields = <Fields {...props} />;
  const { count } = useUrlFilter();
  const label = countLabel('Filters', count);
  return <search>{useNarrow() ? <Disclosure label={label}>{fields}</Disclosure> : fields}</search>;
}

function Fields({ channels }: Props) {
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
      {value('incident') !== '' && (
        <Button
          variant="default"
          rightSection={<IconX size={14} aria-hidden />}
          onClick={() => set('incident', '')}
        >
          Of one incident
        </Button>
      )}
      <TimeRangeFields />
      {isSet && (
        <Button variant="subtle" onClick={clear}>
          Clear the filters
        </Button>
      )}
    </Group>
  );
}
