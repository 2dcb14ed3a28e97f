import { Card, Group, Stack, Table, Text } from '@mantine/core';
import { Ago } from '../shared/ago.tsx';
import { ScrollTable } from '../shared/scroll-table.tsx';
import { SeverityBadge } from '../shared/severity-badge.tsx';
import { useNarrow } from '../shared/use-narrow.ts';
import type { Alert } from './alert.ts';
import type { AlertFilter } from './alert-filter.ts';
import { AlertLinks } from './alert-links.tsx';
import { AlertText } from './alert-text.tsx';

interface Shown {
  readonly alerts: readonly Alert[];
  readonly filter: AlertFilter;
}

export function AlertList(shown: Shown) {
  return useNarrow() ? <AlertCards {...shown} /> : <AlertTable {...shown} />;
}

function AlertTable({ alerts, filter }: Shown) {
  return (
    <ScrollTable label="Alerts" minWidth={760}>
      <Table verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col" w={110}>
              Severity
            </Table.Th>
            <Table.Th scope="col">Alert</Table.Th>
            <Table.Th scope="col" w={130}>
              Started
            </Table.Th>
            <Table.Th scope="col" w={130}>
              Ended
            </Table.Th>
            <Table.Th scope="col" w={120}>
              See
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {alerts.map((alert) => (
            <Table.Tr key={alert.id} style={{ verticalAlign: 'top' }}>
              <Table.Td>
                <SeverityBadge severity={alert.severity} />
              </Table.Td>
              <Table.Td>
                <AlertText alert={alert} filter={filter} />
              </Table.Td>
              <Table.Td>
                <Ago at={alert.starts_at} />
              </Table.Td>
              <Table.Td>
                {alert.ends_at === null ? 'still on' : <Ago at={alert.ends_at} />}
              </Table.Td>
              <Table.Td>
                <AlertLinks alert={alert} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollTable>
  );
}

function AlertCards({ alerts, filter }: Shown) {
  return (
    <Stack component="ul" gap="sm" p={0} m={0} aria-label="Alerts" style={{ listStyle: 'none' }}>
      {alerts.map((alert) => (
        <Card key={alert.id} component="li" withBorder padding="sm">
          <Stack gap="xs" align="flex-start">
            <Group gap="xs">
              <SeverityBadge severity={alert.severity} />
              <Text size="sm" c="dimmed">
                started <Ago at={alert.starts_at} />
                {alert.ends_at !== null && (
                  <>
                    , ended <Ago at={alert.ends_at} />
                  </>
                )}
              </Text>
            </Group>
            <AlertText alert={alert} filter={filter} />
            <AlertLinks alert={alert} />
          </Stack>
        </Card>
      ))}
    </Stack>
  );
}
