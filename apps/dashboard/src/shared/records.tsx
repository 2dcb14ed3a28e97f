import { Card, Group, Stack, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { ScrollTable } from './scroll-table.tsx';
import { useNarrow } from './use-narrow.ts';

export interface Column<Row> {
  readonly label: string;
  readonly cell: (row: Row) => ReactNode;
  /** How wide it gets at most, in pixels, where the text could be any length. */
  readonly width?: number;
}

interface Props<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
}

/** A table; on a phone a card a row. */
export function Records<Row extends { readonly id: string }>(props: Props<Row>) {
  return useNarrow() ? <Cards {...props} /> : <Rows {...props} />;
}

function Rows<Row extends { readonly id: string }>({ label, columns, rows }: Props<Row>) {
  return (
    <ScrollTable label={label} minWidth={640}>
      <Table verticalSpacing="xs" aria-label={label}>
        <Table.Thead>
          <Table.Tr>
            {columns.map((column) => (
              <Table.Th key={column.label} scope="col">
                {column.label}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.id}>
              {columns.map(({ label: name, cell, width }) => (
                <Table.Td key={name} {...(width !== undefined && { maw: width })}>
                  {cell(row)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollTable>
  );
}

function Cards<Row extends { readonly id: string }>({ label, columns, rows }: Props<Row>) {
  return (
    <Stack gap="sm" role="list" aria-label={label}>
      {rows.map((row) => (
        <Card key={row.id} withBorder padding="sm" role="listitem">
          <Stack gap={6}>
            {columns.map(({ label: name, cell }) => (
              <Group key={name} gap="sm" wrap="nowrap" align="flex-start">
                <Text size="xs" c="dimmed" w={88} flex="none" lh="lg">
                  {name}
                </Text>
                <Text component="div" size="sm" flex={1} miw={0}>
                  {cell(row)}
                </Text>
              </Group>
            ))}
          </Stack>
        </Card>
      ))}
    </Stack>
  );
}
