import { Autocomplete, Button, NativeSelect, SimpleGrid, TagsInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { isLabel } from '../../shared/filter-values.ts';
import { PersonField } from '../../shared/person-field.tsx';
import { TimeField } from '../../shared/time-field.tsx';
import { useServiceNames } from '../../shared/use-service-names.ts';
import type { FilterProps } from './filter-props.ts';
import { DEFAULT_FILTER, type IncidentSort } from './list-filter.ts';

const SORTS: readonly { readonly value: IncidentSort; readonly label: string }[] = [
  { value: '-created_at', label: 'Newest first' },
  { value: 'created_at', label: 'Oldest first' },
  { value: '-updated_at', label: 'Changed last first' },
  { value: 'updated_at', label: 'Changed longest ago first' },
];

export function MoreFilters({ filter, onChange }: FilterProps) {
  const services = useServiceNames();
  const [service, setService] = useTyped(filter.service, (text) =>
    onChange({ service: text }, true),
  );
  const [assignee, setAssignee] = useTyped(filter.assignee, (id) =>
    onChange({ assignee: id }, true),
  );
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, lg: 3 }} spacing="sm" verticalSpacing="xs">
      <Autocomplete
        label="Service"
        data={services}
        value={service}
        onChange={setService}
        limit={50}
      />
      <PersonField label="Assignee" value={assignee} onChange={setAssignee} />
      <TagsInput
        label="Labels"
        placeholder="name=value, then Enter"
        value={[...filter.labels]}
        onChange={(labels) => onChange({ labels: labels.filter(isLabel) })}
        maxTags={20}
      />
      <TimeField
        label="Opened from"
        value={filter.from === '' ? null : filter.from}
        onChange={(at) => onChange({ from: at ?? '' })}
      />
      <TimeField
        label="Opened before"
        value={filter.to === '' ? null : filter.to}
        onChange={(at) => onChange({ to: at ?? '' })}
      />
      <NativeSelect
        label="Order"
        data={[...SORTS]}
        value={filter.sort}
        onChange={({ currentTarget }) => {
          const sort = SORTS.find(({ value }) => value === currentTarget.value);
          if (sort) onChange({ sort: sort.value });
        }}
      />
      <Button
        variant="subtle"
        onClick={() => onChange({ ...DEFAULT_FILTER })}
        style={{ justifySelf: 'start' }}
      >
        Clear all filters
      </Button>
    </SimpleGrid>
  );
}

/** Text that is sent once the person pauses. */
function useTyped(value: string, send: (text: string) => void) {
  const [text, setText] = useState(value);
  const later = useDebouncedCallback(send, 300);
  useEffect(() => setText(value), [value]);
  const type = (next: string) => {
    setText(next);
    later(next);
  };
  return [text, type] as const;
}
