import { Anchor, Box, Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { api } from '../../api/klaxon.ts';
import { Ago } from '../../shared/ago.tsx';
import { SeverityBadge } from '../../shared/severity-badge.tsx';
import { StatusBadge } from '../../shared/status-badge.tsx';
import type { IncidentDetail } from '../incident.ts';
import { IncidentMarks } from '../incident-marks.tsx';

/** What is wrong, how bad it is, since when, and who has it: what somebody who was woken up needs first. */
export function IncidentHead({
  incident,
  children,
}: {
  incident: IncidentDetail;
  children: ReactNode;
}) {
  return (
    <Group justify="space-between" align="flex-start" gap="md">
      <Box flex="1 1 24rem" miw={0}>
        <Stack gap={6}>
          <Text size="sm" c="dimmed">
            <Anchor component={Link} to="/incidents" size="sm">
              Incidents
            </Anchor>
            {` / #${incident.number}`}
          </Text>
          <Title order={1} size="h3" lineClamp={4}>
            #{incident.number} <bdi>{incident.title}</bdi>
          </Title>
          <Group gap="xs">
            <SeverityBadge severity={incident.severity} />
            <StatusBadge status={incident.status} />
            <IncidentMarks incident={incident} />
            {incident.merged_into_id !== null && <MergedInto id={incident.merged_into_id} />}
          </Group>
          <Text size="sm">
            Since <Ago at={incident.created_at} />
            {incident.resolved_at !== null && (
              <>
                , resolved <Ago at={incident.resolved_at} />
              </>
            )}
            {' · '}
            <Owner incident={incident} />
          </Text>
        </Stack>
      </Box>
      {children}
    </Group>
  );
}

function Owner({
  incident: { assignee_name: assignee, acknowledged_by_name: by },
}: {
  incident: IncidentDetail;
}) {
  if (assignee !== null) return <bdi>{assignee} has it</bdi>;
  if (by !== null) return <bdi>acknowledged by {by}, assigned to nobody</bdi>;
  return 'nobody has it';
}

function MergedInto({ id }: { id: string }) {
  const { data } = api.useQuery('get', '/api/incidents/{id}', { params: { path: { id } } });
  return (
    <Text size="sm">
      merged into{' '}
      <Anchor component={Link} to={`/incidents/${id}`} size="sm">
        {data ? `#${data.number}` : 'another incident'}
      </Anchor>
    </Text>
  );
}
