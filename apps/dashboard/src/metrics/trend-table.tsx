import { Table } from '@mantine/core';
import { ScrollTable } from '../shared/scroll-table.tsx';
import { formatDuration } from '../shared/time.ts';
import type { TrendPoint } from './trend.ts';

export function TrendTable({ points, unit }: { points: readonly TrendPoint[]; unit: string }) {
  return (
    <ScrollTable label={`How incidents went, by ${unit}`} minWidth={300} maxHeight={420}>
      <Table stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{unit === 'day' ? 'Day (UTC)' : 'Hour'}</Table.Th>
            <Table.Th scope="col">Incidents</Table.Th>
            <Table.Th scope="col">MTTA</Table.Th>
            <Table.Th scope="col">MTTR</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {points.toReversed().map(({ start, label, incidents, mtta, mttr }) => (
            <Table.Tr key={start}>
              <Table.Th scope="row" fw={400}>
                {label}
              </Table.Th>
              <Table.Td>{incidents.toLocaleString()}</Table.Td>
              <Table.Td>{formatDuration(mtta)}</Table.Td>
              <Table.Td>{formatDuration(mttr)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollTable>
  );
}
