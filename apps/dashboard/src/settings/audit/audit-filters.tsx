import { Button, Group, NativeSelect } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { TimeRangeFields } from '../../shared/time-range-fields.tsx';
import { UrlSearchField } from '../../shared/url-search-field.tsx';
import { useUrlFilter } from '../../shared/use-url-filter.ts';
import { AUDIT_ACTIONS } from './audit-actions.ts';

export function AuditFilters() {
  const { value, set, clear, isSet } = useUrlFilter();
  return (
    <Group align="flex-end" gap="sm">
      <UrlSearchField label="Who, or to whom or what" />
      <NativeSelect
        label="What was done"
        maw={260}
        data={[{ value: '', label: 'Anything' }, ...AUDIT_ACTIONS]}
        value={value('action')}
        onChange={({ currentTarget }) => set('action', currentTarget.value)}
      />
      <TimeRangeFields />
      {value('actor_id') !== '' && (
        <Button
          variant="default"
          rightSection={<IconX size={14} aria-hidden />}
          onClick={() => set('actor_id', '')}
        >
          By one of them
        </Button>
      )}
      {isSet && (
        <Button variant="subtle" onClick={clear}>
          Clear the filters
        </Button>
      )}
    </Group>
  );
}
