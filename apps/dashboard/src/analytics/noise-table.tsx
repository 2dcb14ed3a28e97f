import { Table, Text } from '@mantine/core';
import { LongText } from '../shared/long-text.tsx';
import { ScrollTable } from '../shared/scroll-table.tsx';
import { formatDuration } from '../shared/time.ts';
import { BarCell } from './bar-cell.tsx';
import { type NoisyAlert, noiseHint, noiseShare } from './noise-hint.ts';

export function NoiseTable({ items }: { items: readonly NoisyAlert[] }) {
  return (
    <ScrollTable label="Noise" minWidth={860}>
      <Table layout="fixed">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col" w="28%">
              Alert
            </Table.Th>
            <Table.Th scope="col" w={110}>
              Incidents
            </Table.Th>
            <Table.Th scope="col" w={170}>
              Unacknowledged
            </Table.Th>
            <Table.Th scope="col" w={110}>
              Median
            </Table.Th>
            <Table.Th scope="col">What to do</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((item) => (
            <Table.Tr key={`${item.service}\n${item.alertname}`}>
              <Table.Th scope="row" fw={400}>
                <Text size="sm" fw={600}>
                  <LongText text={item.alertname} shown={100} />
                </Text>
                {item.service !== '' && (
                  <Text size="xs" c="dimmed">
                    <LongText text={item.service} shown={100} />
                  </Text>
                )}
              </Table.Th>
              <Table.Td>{item.incidents.toLocaleString()}</Table.Td>
              <BarCell
                text={`${item.unacknowledged.toLocaleString()} (${noiseShare(item)} %)`}
                value={noiseShare(item)}
                of={100}
              />
              <Table.Td>{formatDuration(item.median_seconds)}</Table.Td>
              <Table.Td>{noiseHint(item)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollTable>
  );
}
