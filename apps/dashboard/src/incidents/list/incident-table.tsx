import { Checkbox, Group, Table, Text } from '@mantine/core';
import { memo } from 'react';
import { Ago } from '../../shared/ago.tsx';
import { SeverityBadge } from '../../shared/severity-badge.tsx';
import { StatusBadge } from '../../shared/status-badge.tsx';
import { IncidentMarks } from '../incident-marks.tsx';
import { ownerOf } from '../owner.ts';
import { AlertCounts, IncidentLink, SelectBox } from './incident-parts.tsx';
import type { ListProps, ListRowProps } from './list-row.ts';

const COLUMNS = ['Number', 'Severity', 'Title', 'Service', 'Status', 'Since', 'Owner', 'Alerts'];

export function IncidentTable(props: ListProps) {
  const { incidents, selected, current, onSelect, onSelectAll, onVisit } = props;
  const chosen = incidents.filter(({ id }) => selected.has(id)).length;
  return (
    <Table.ScrollContainer minWidth={960} type="native">
      <Table verticalSpacing={6} aria-label="Incidents">
        <Table.Thead>
          <Table.Tr>
            {onSelect && (
              <Table.Th scope="col" w={36}>
                <Checkbox
                  aria-label="Select all on this page"
                  checked={chosen > 0 && chosen === incidents.length}
                  indeterminate={chosen > 0 && chosen < incidents.length}
                  onChange={onSelectAll}
                />
              </Table.Th>
            )}
            {COLUMNS.map((column) => (
              <Table.Th key={column} scope="col">
                {column}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {incidents.map((incident) => (
            <IncidentRow
              key={incident.id}
              incident={incident}
              owner={ownerOf(incident)}
              selected={selected.has(incident.id)}
              current={incident.id === current}
              onSelect={onSelect}
              onVisit={onVisit}
            />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

const IncidentRow = memo(function IncidentRow(props: ListRowProps) {
  const { incident, owner, selected, current, onSelect, onVisit } = props;
  return (
    <Table.Tr
      onFocus={() => onVisit(incident.id)}
      style={current ? { boxShadow: 'inset 3px 0 0 var(--mantine-primary-color-filled)' } : {}}
    >
      {onSelect && (
        <Table.Td>
          <SelectBox incident={incident} selected={selected} onSelect={onSelect} />
        </Table.Td>
      )}
      <Table.Td>#{incident.number}</Table.Td>
      <Table.Td>
        <SeverityBadge severity={incident.severity} />
      </Table.Td>
      <Table.Td miw={260}>
        <IncidentLink incident={incident} />
        <Group gap={6}>
          <IncidentMarks incident={incident} />
        </Group>
      </Table.Td>
      <Table.Td miw={110} maw={200}>
        <Text size="sm" lineClamp={1}>
          <bdi>{incident.labels['service'] ?? '–'}</bdi>
        </Text>
      </Table.Td>
      <Table.Td>
        <StatusBadge status={incident.status} />
      </Table.Td>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>
        <Ago at={incident.created_at} />
      </Table.Td>
      <Table.Td miw={110} maw={180}>
        <Text size="sm" lineClamp={1}>
          {owner ?? '–'}
        </Text>
      </Table.Td>
      <Table.Td>
        <AlertCounts incident={incident} />
      </Table.Td>
    </Table.Tr>
  );
});
