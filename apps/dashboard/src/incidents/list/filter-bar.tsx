import { Button, Chip, Group, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconFilter } from '@tabler/icons-react';
import type { Ref } from 'react';
import { countLabel } from '../../shared/count-label.ts';
import { SearchField } from '../../shared/search-field.tsx';
import { SEVERITIES } from '../../shared/severity.ts';
import { useNarrow } from '../../shared/use-narrow.ts';
import type { FilterProps } from './filter-props.ts';
import { countHidden, STATUSES } from './list-filter.ts';
import { MoreFilters } from './more-filters.tsx';

export function FilterBar({
  filter,
  onChange,
  searchRef,
}: FilterProps & { searchRef: Ref<HTMLInputElement> }) {
  const isNarrow = useNarrow();
  const hidden = countHidden(filter, isNarrow);
  const [opened, { toggle }] = useDisclosure(!isNarrow && hidden > 0);
  const choices = (
    <>
      <Choices
        label="Status"
        values={STATUSES}
        chosen={filter.status}
        onChange={(status) => onChange({ status })}
      />
      <Choices
        label="Severity"
        values={SEVERITIES}
        chosen={filter.severity}
        onChange={(severity) => onChange({ severity })}
      />
    </>
  );
  return (
    <Stack component="search" gap="xs">
      <Group gap="sm">
        <SearchField
          ref={searchRef}
          aria-label="Search incidents"
          aria-keyshortcuts="/"
          placeholder="Search titles, or #number"
          miw={180}
          flex={1}
          value={filter.q}
          onChange={(q) => onChange({ q }, true)}
        />
        {!isNarrow && choices}
        <Button
          size="xs"
          variant="default"
          leftSection={<IconFilter size={14} aria-hidden />}
          aria-expanded={opened}
          onClick={toggle}
        >
          {countLabel(isNarrow ? 'Filters' : 'More filters', hidden)}
        </Button>
      </Group>
      {opened && (
        <Stack gap="xs">
          {isNarrow && choices}
          <MoreFilters filter={filter} onChange={onChange} />
        </Stack>
      )}
    </Stack>
  );
}

interface ChoicesProps<T extends string> {
  readonly label: string;
  readonly values: readonly T[];
  readonly chosen: readonly T[];
  readonly onChange: (chosen: readonly T[]) => void;
}

function Choices<T extends string>({ label, values, chosen, onChange }: ChoicesProps<T>) {
  return (
    <Group role="group" aria-label={label} gap={4}>
      {values.map((value) => (
        <Chip
          key={value}
          size="xs"
          radius="sm"
          checked={chosen.includes(value)}
          onChange={(on) =>
            onChange(values.filter((one) => (one === value ? on : chosen.includes(one))))
          }
        >
          {value}
        </Chip>
      ))}
    </Group>
  );
}
