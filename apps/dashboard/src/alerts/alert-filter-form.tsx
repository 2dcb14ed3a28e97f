import { Box, Chip, Group, Input, SegmentedControl } from '@mantine/core';
import { useId } from 'react';
import { countLabel } from '../shared/count-label.ts';
import { Disclosure } from '../shared/disclosure.tsx';
import { isSeverity } from '../shared/severity.ts';
import { SEVERITIES } from '../shared/severity-badge.tsx';
import { TimeField } from '../shared/time-field.tsx';
import { useNarrow } from '../shared/use-narrow.ts';
import { ActiveFilter } from './active-filter.tsx';
import { type AlertFilter, type AlertStatusFilter, countSet } from './alert-filter.ts';
import { LabelFilter } from './label-filter.tsx';

const STATUSES: { value: AlertStatusFilter; label: string }[] = [
  { value: 'firing', label: 'Firing' },
  { value: 'resolved', label: 'Resolved' },
  { value: 'all', label: 'All' },
];

interface Props {
  readonly filter: AlertFilter;
  readonly onChange: (wanted: Partial<AlertFilter>) => void;
}

export function AlertFilterForm({ filter, onChange }: Props) {
  const isNarrow = useNarrow();
  const fields = <Fields filter={filter} onChange={onChange} />;
  return (
    <search>
      <Group gap="sm" mb="md" align="flex-end">
        <SegmentedControl
          aria-label="Status"
          data={STATUSES}
          value={filter.status}
          onChange={(status) => onChange({ status })}
        />
        {isNarrow ? (
          <Box w="100%">
            <Disclosure label={countLabel('More filters', countSet(filter))}>{fields}</Disclosure>
          </Box>
        ) : (
          fields
        )}
      </Group>
      <ActiveFilter filter={filter} onChange={onChange} />
    </search>
  );
}

function Fields({ filter, onChange }: Props) {
  const id = useId();
  return (
    <Group gap="sm" align="flex-end">
      <Box role="group" aria-labelledby={id}>
        <Input.Label labelElement="div" id={id}>
          Severity
        </Input.Label>
        <Group gap={6} h={36}>
          <Chip.Group
            multiple
            value={[...filter.severity]}
            onChange={(severity) => onChange({ severity: severity.filter(isSeverity) })}
          >
            {SEVERITIES.map((severity) => (
              <Chip key={severity} value={severity} size="xs" color="indigo.8">
                {severity}
              </Chip>
            ))}
          </Chip.Group>
        </Group>
      </Box>
      <LabelFilter labels={filter.label} onChange={(label) => onChange({ label })} />
      <TimeField label="Started from" value={filter.from} onChange={(from) => onChange({ from })} />
      <TimeField label="Started before" value={filter.to} onChange={(to) => onChange({ to })} />
    </Group>
  );
}
