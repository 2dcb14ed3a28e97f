import type { components } from '@klaxon/sdk';
import { Table, Text } from '@mantine/core';
import { LongText } from '../shared/long-text.tsx';
import { isSeverity } from '../shared/severity.ts';
import { SeverityBadge } from '../shared/severity-badge.tsx';
import { formatDuration } from '../shared/time.ts';
import { BarCell } from './bar-cell.tsx';

type Item = components['schemas']['MetricsBreakdownItem'];

export function BreakdownTable({
  by,
  items,
}: {
  by: 'service' | 'severity';
  items: readonly Item[];
}) {
  const most = {
    incidents: Math.max(...items.map(({ total_incidents }) => total_incidents)),
    mtta: Math.max(...items.map(({ mtta_seconds }) => mtta_seconds ?? 0)),
    mttr: Math.max(...items.map(({ mttr_seconds }) => mttr_seconds ?? 0)),
  };
  return (
    <Table aria-label={`Incidents by ${by}`} layout="fixed">
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col" w="30%" tt="capitalize">
            {by}
          </Table.Th>
          <Table.Th scope="col" style={{ overflowWrap: 'normal' }}>
            Incidents
          </Table.Th>
          <Table.Th scope="col">MTTA</Table.Th>
          <Table.Th scope="col">MTTR</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {items.map(({ key, total_incidents, mtta_seconds, mttr_seconds }) => (
          <Table.Tr key={key}>
            <Table.Th scope="row" fw={400}>
              <Name name={key} />
            </Table.Th>
            <BarCell
              text={total_incidents.toLocaleString()}
              value={total_incidents}
              of={most.incidents}
            />
            <BarCell text={formatDuration(mtta_seconds)} value={mtta_seconds} of={most.mtta} />
            <BarCell text={formatDuration(mttr_seconds)} value={mttr_seconds} of={most.mttr} />
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Name({ name }: { name: string }) {
  if (name === '')
    return (
      <Text span size="sm" c="dimmed">
        without a service
      </Text>
    );
  return isSeverity(name) ? (
    <SeverityBadge severity={name} />
  ) : (
    <LongText text={name} shown={100} />
  );
}
