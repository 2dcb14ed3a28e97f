import { Group, Paper, Stack, Text } from '@mantine/core';
import { memo } from 'react';
import { Ago } from '../../shared/ago.tsx';
import { SeverityBadge } from '../../shared/severity-badge.tsx';
import { StatusBadge } from '../../shared/status-badge.tsx';
import { IncidentMarks } from '../incident-marks.tsx';
import { ownerOf } from '../owner.ts';
import { AlertCounts, IncidentLink, SelectBox } from './incident-parts.tsx';
import type { ListProps, ListRowProps } from './list-row.ts';

/** The list where a table has no room. */
export function IncidentCards(props: ListProps) {
  const { incidents, selected, current, onSelect, onVisit } = props;
  return (
    <Stack component="ul" gap="xs" p={0} m={0} style={{ listStyle: 'none' }}>
      {incidents.map((incident) => (
        <IncidentCard
          key={incident.id}
          incident={incident}
          owner={ownerOf(incident)}
          selected={selected.has(incident.id)}
          current={incident.id === current}
          onSelect={onSelect}
          onVisit={onVisit}
        />
      ))}
    </Stack>
  );
}

const IncidentCard = memo(function IncidentCard(props: ListRowProps) {
  const { incident, owner, selected, current, onSelect, onVisit } = props;
  const service = incident.labels['service'];
  return (
    <Paper
      component="li"
      withBorder
      p="sm"
      onFocus={() => onVisit(incident.id)}
      style={current ? { borderColor: 'var(--mantine-primary-color-filled)' } : {}}
    >
      <Stack gap={6}>
        <Group gap="xs">
          <SelectBox incident={incident} selected={selected} onSelect={onSelect} />
          <SeverityBadge severity={incident.severity} />
          <StatusBadge status={incident.status} />
          <Text size="sm" ml="auto">
            #{incident.number}
          </Text>
        </Group>
        <IncidentLink incident={incident} />
        <Group gap={6}>
          <IncidentMarks incident={incident} />
        </Group>
        <Group gap="xs" justify="space-between" wrap="nowrap">
          <Text size="sm" c="dimmed" lineClamp={1}>
            <Ago at={incident.created_at} />
            {service !== undefined && <bdi> · {service}</bdi>}
            {` · ${owner ?? 'nobody has it'}`}
          </Text>
          <AlertCounts incident={incident} />
        </Group>
      </Stack>
    </Paper>
  );
});
