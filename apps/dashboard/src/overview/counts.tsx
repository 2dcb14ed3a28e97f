import { Card, SimpleGrid, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { SeverityBadge } from '../shared/severity-badge.tsx';
import type { UnresolvedCounts } from './unresolved-counts.ts';

/** How much is open and how bad: each number leads to the incidents that it counts. */
export function Counts({ open, acknowledged, bySeverity }: UnresolvedCounts) {
  return (
    <SimpleGrid cols={{ base: 2, sm: 6 }} spacing="sm" mb="md">
      <Count count={open} to="/incidents?status=open" isAlarming={open > 0}>
        <Text size="sm">open</Text>
      </Count>
      <Count count={acknowledged} to="/incidents?status=acknowledged">
        <Text size="sm">acknowledged</Text>
      </Count>
      {bySeverity.map(({ severity, count }) => (
        <Count key={severity} count={count} to={`/incidents?severity=${severity}`}>
          <SeverityBadge severity={severity} />
        </Count>
      ))}
    </SimpleGrid>
  );
}

function Count({
  count,
  to,
  isAlarming = false,
  children,
}: {
  count: number;
  to: string;
  isAlarming?: boolean;
  children: ReactNode;
}) {
  return (
    <Card
      component={Link}
      to={to}
      withBorder
      padding="sm"
      style={isAlarming ? { borderColor: 'var(--mantine-color-red-6)', borderWidth: 2 } : {}}
    >
      <Text fz={26} fw={700} lh={1.2} c={count === 0 ? 'dimmed' : 'inherit'}>
        {count.toLocaleString()}
      </Text>
      {children}
    </Card>
  );
}
