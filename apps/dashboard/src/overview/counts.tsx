import { Anchor, Card, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { SeverityBadge } from '../shared/severity-badge.tsx';
import type { UnresolvedCounts } from './unresolved-counts.ts';

/** How much is open, how bad and where: each number leads to the incidents that it counts. */
export function Counts({ open, acknowledged, bySeverity, byService, others }: UnresolvedCounts) {
  return (
    <Stack gap="sm">
      <SimpleGrid cols={2} spacing="sm">
        <Count label="open" count={open} to="/incidents?status=open" isAlarming={open > 0} />
        <Count label="acknowledged" count={acknowledged} to="/incidents?status=acknowledged" />
      </SimpleGrid>
      <Card withBorder padding="sm">
        <Stack gap={6}>
          {bySeverity.map(({ severity, count }) => (
            <Row key={severity} count={count} to={`/incidents?severity=${severity}`}>
              <SeverityBadge severity={severity} />
            </Row>
          ))}
        </Stack>
      </Card>
      {byService.length > 0 && (
        <Card withBorder padding="sm">
          <Stack gap={6}>
            {byService.map(({ service, count }) =>
              service === '' ? (
                <Row key="" count={count} to={null}>
                  <Text size="sm" c="dimmed">
                    without a service
                  </Text>
                </Row>
              ) : (
                <Row
                  key={service}
                  count={count}
                  to={`/incidents?service=${encodeURIComponent(service)}`}
                >
                  <Text size="sm" truncate title={service.slice(0, 500)}>
                    <bdi>{service}</bdi>
                  </Text>
                </Row>
              ),
            )}
            {others > 0 && (
              <Row count={others} to="/incidents">
                <Text size="sm">other services</Text>
              </Row>
            )}
          </Stack>
        </Card>
      )}
    </Stack>
  );
}

function Count({
  label,
  count,
  to,
  isAlarming = false,
}: {
  label: string;
  count: number;
  to: string;
  isAlarming?: boolean;
}) {
  return (
    <Card
      component={Link}
      to={to}
      withBorder
      padding="sm"
      style={isAlarming ? { borderColor: 'var(--mantine-color-red-6)', borderWidth: 2 } : {}}
    >
      <Text fz={28} fw={700} lh={1.1}>
        {count.toLocaleString()}
      </Text>
      <Text size="sm">{label}</Text>
    </Card>
  );
}

/** What is counted, and how many: nought leads nowhere. */
function Row({ count, to, children }: { count: number; to: string | null; children: ReactNode }) {
  const row = (
    <Group justify="space-between" wrap="nowrap" gap="xs">
      {children}
      <Text size="sm" fw={600} c={count === 0 ? 'dimmed' : 'inherit'}>
        {count.toLocaleString()}
      </Text>
    </Group>
  );
  if (to === null || count === 0) return row;
  return (
    <Anchor component={Link} to={to} underline="never" c="inherit">
      {row}
    </Anchor>
  );
}
