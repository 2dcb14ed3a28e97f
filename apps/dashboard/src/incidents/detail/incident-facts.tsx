import { Box, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { sortedLabels } from '../../alerts/alert-labels.ts';
import { Disclosure } from '../../shared/disclosure.tsx';
import { LabelTable } from '../../shared/label-table.tsx';
import { LongText } from '../../shared/long-text.tsx';
import { Section } from '../../shared/section.tsx';
import { formatDateTime, formatDuration } from '../../shared/time.ts';
import type { IncidentDetail } from '../incident.ts';

const FEW = 8;

export function IncidentFacts({ incident }: { incident: IncidentDetail }) {
  const { created_at: created, acked_at: acked, resolved_at: resolved } = incident;
  const by = incident.acknowledged_by_name;
  const labels = sortedLabels(incident.labels);
  const table = <LabelTable label="Labels" entries={labels} />;
  return (
    <Section title="Details">
      <Box component="dl" m={0}>
        <Fact name="Opened">{formatDateTime(created)}</Fact>
        {by !== null && acked !== null && (
          <Fact name="Acknowledged">
            {formatDateTime(acked)} by {by}, after {between(created, acked)}
          </Fact>
        )}
        {resolved !== null && (
          <Fact name="Resolved">
            {formatDateTime(resolved)}, after {between(created, resolved)}
          </Fact>
        )}
        <Fact name="Assigned to">{incident.assignee_name ?? 'nobody'}</Fact>
        {incident.group_key !== null && (
          <Fact name="Gathers alerts of">
            <LongText text={incident.group_key} />
          </Fact>
        )}
      </Box>
      {labels.length > FEW ? (
        <Disclosure label={`${labels.length} labels`}>{table}</Disclosure>
      ) : null}
      {labels.length > 0 && labels.length <= FEW && table}
    </Section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <Box mb="xs">
      <Text component="dt" size="xs" c="dimmed">
        {name}
      </Text>
      <Text component="dd" size="sm" m={0}>
        {children}
      </Text>
    </Box>
  );
}

function between(from: string, to: string): string {
  return formatDuration((Date.parse(to) - Date.parse(from)) / 1_000);
}
