import { Anchor, Box, Group, Text } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import type { Alert } from '../../../alerts/alert.ts';
import { alertName, sortedLabels, tellingLabels } from '../../../alerts/alert-labels.ts';
import { Ago } from '../../../shared/ago.tsx';
import { Disclosure } from '../../../shared/disclosure.tsx';
import { LabelTable } from '../../../shared/label-table.tsx';
import { LongText } from '../../../shared/long-text.tsx';
import { SeverityBadge } from '../../../shared/severity-badge.tsx';
import { alertAddresses } from './alert-addresses.ts';

export function AlertItem({ alert }: { alert: Alert }) {
  const labels = sortedLabels(alert.labels);
  const annotations = sortedLabels(alert.annotations);
  const summary = alert.annotations['summary'];
  return (
    <Box
      component="li"
      py="xs"
      style={{ borderTop: '1px solid var(--mantine-color-default-border)' }}
    >
      <Group gap="xs">
        <SeverityBadge severity={alert.severity} />
        <Text size="sm" fw={600} component="span">
          <LongText text={alertName(alert.labels)} shown={120} />
        </Text>
        <Text size="sm" c="dimmed" component="span">
          {alert.ends_at === null ? 'since ' : 'ended '}
          <Ago at={alert.ends_at ?? alert.starts_at} />
        </Text>
      </Group>
      {summary !== undefined && (
        <Text size="sm">
          <LongText text={summary} />
        </Text>
      )}
      <Text size="sm" c="dimmed" lineClamp={2}>
        {tellingLabels(alert.labels).map(([name, value], index) => (
          <bdi key={name}>
            {index > 0 && ' · '}
            {name}={value}
          </bdi>
        ))}
      </Text>
      <Addresses alert={alert} />
      <Disclosure label={`All labels (${labels.length}) and annotations (${annotations.length})`}>
        <LabelTable label="Labels" entries={labels} />
        {annotations.length > 0 && <LabelTable label="Annotations" entries={annotations} />}
      </Disclosure>
    </Box>
  );
}

function Addresses({ alert }: { alert: Alert }) {
  const name = alertName(alert.labels).slice(0, 100);
  return (
    <Group gap="md">
      {alertAddresses(alert).map(({ label, url }) => (
        <Anchor
          key={`${label} ${url}`}
          href={url}
          target="_blank"
          rel="noreferrer"
          size="sm"
          aria-label={`${label} of ${name}, in a new tab`}
        >
          {label} <IconExternalLink size={12} aria-hidden />
        </Anchor>
      ))}
    </Group>
  );
}
