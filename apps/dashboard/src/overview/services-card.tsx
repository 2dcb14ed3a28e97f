import { Anchor, Box, Card, Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { UnresolvedCounts } from './unresolved-counts.ts';

/** Where it is: the services with the most unresolved incidents. */
export function ServicesCard({ byService, others }: UnresolvedCounts) {
  if (byService.length === 0) return null;
  return (
    <Card withBorder padding="sm">
      <Title order={3} size="sm" mb="xs">
        By service
      </Title>
      <Box component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
        {byService.map(({ service, count }) => (
          <Row
            key={service}
            count={count}
            to={service === '' ? null : `/incidents?service=${encodeURIComponent(service)}`}
          >
            {service === '' ? 'without a service' : <bdi>{service.slice(0, 200)}</bdi>}
          </Row>
        ))}
        {others > 0 && (
          <Row count={others} to="/incidents">
            other services
          </Row>
        )}
      </Box>
    </Card>
  );
}

function Row({ count, to, children }: { count: number; to: string | null; children: ReactNode }) {
  return (
    <Group component="li" justify="space-between" wrap="nowrap" gap="xs" py={3}>
      {to === null ? (
        <Text size="sm" c="dimmed">
          {children}
        </Text>
      ) : (
        <Anchor component={Link} to={to} size="sm" truncate miw={0}>
          {children}
        </Anchor>
      )}
      <Text size="sm" fw={600}>
        {count.toLocaleString()}
      </Text>
    </Group>
  );
}
