import type { components } from '@klaxon/sdk';
import { Anchor, Box, Card, Group, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import { ownerOf } from '../incidents/owner.ts';
import { Ago } from '../shared/ago.tsx';
import { SeverityBadge } from '../shared/severity-badge.tsx';
import { StatusBadge } from '../shared/status-badge.tsx';

type Incident = components['schemas']['Incident'];

/** The newest incidents that are not resolved: what, how bad, since when, and who is on it. */
export function UnresolvedList({ incidents }: { incidents: readonly Incident[] }) {
  return (
    <Stack
      component="ul"
      gap="xs"
      p={0}
      m={0}
      aria-label="Newest unresolved incidents"
      style={{ listStyle: 'none' }}
    >
      {incidents.map((incident) => (
        <IncidentRow key={incident.id} incident={incident} />
      ))}
    </Stack>
  );
}

function IncidentRow({ incident }: { incident: Incident }) {
  const { id, number, title, severity, status, created_at, labels } = incident;
  const service = labels['service'];
  return (
    <Card component="li" withBorder padding="sm">
      <Group wrap="nowrap" align="flex-start" gap="sm">
        <Box w={88} style={{ flexShrink: 0 }}>
          <SeverityBadge severity={severity} />
        </Box>
        <Box miw={0} style={{ flex: 1 }}>
          <Anchor component={Link} to={`/incidents/${id}`} fw={600} lineClamp={2} c="inherit">
            #{number} <bdi>{title}</bdi>
          </Anchor>
          <Group gap="xs" mt={4}>
            <StatusBadge status={status} />
            <Text size="sm" c="dimmed" component="span">
              {service && (
                <>
                  <bdi>{service.slice(0, 100)}</bdi> ·{' '}
                </>
              )}
              <Ago at={created_at} /> · {ownerOf(incident) ?? 'nobody is on it'}
            </Text>
          </Group>
        </Box>
      </Group>
    </Card>
  );
}
