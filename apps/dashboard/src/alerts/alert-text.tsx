import { Badge, Group, Stack, Text, Tooltip } from '@mantine/core';
import { IconHourglass } from '@tabler/icons-react';
import { Ago } from '../shared/ago.tsx';
import { Disclosure } from '../shared/disclosure.tsx';
import { LabelTable } from '../shared/label-table.tsx';
import { LongText } from '../shared/long-text.tsx';
import type { Alert } from './alert.ts';
import type { AlertFilter } from './alert-filter.ts';
import { alertName, countLabels, sortedLabels, tellingLabels } from './alert-labels.ts';
import { LabelLink } from './label-link.tsx';

/** What an alert says: its name, its summary, the labels that tell where it is, and behind them all there is. */
export function AlertText({ alert, filter }: { alert: Alert; filter: AlertFilter }) {
  const labels = sortedLabels(alert.labels);
  const annotations = sortedLabels(alert.annotations);
  const summary = alert.annotations['summary'];
  return (
    <Stack gap={6} align="flex-start">
      <Text fw={600}>
        <LongText text={alertName(alert.labels)} />
      </Text>
      {summary && (
        <Text size="sm" c="dimmed">
          <LongText text={summary} />
        </Text>
      )}
      {alert.unconfirmed_since !== null && <Unconfirmed since={alert.unconfirmed_since} />}
      <Group gap={6}>
        {tellingLabels(alert.labels).map(([name, value]) => (
          <LabelLink key={name} name={name} value={value} filter={filter} />
        ))}
      </Group>
      <Disclosure label={countLabels(labels.length, annotations.length)}>
        <LabelTable label="Labels" entries={labels} />
        {annotations.length > 0 && <LabelTable label="Annotations" entries={annotations} />}
      </Disclosure>
    </Stack>
  );
}

function Unconfirmed({ since }: { since: string }) {
  return (
    <Tooltip
      multiline
      maw={320}
      label="It came right after its own resolution, so it may be a late copy. If no resolution follows within a minute, it counts."
    >
      <Badge
        variant="outline"
        color="orange"
        tt="none"
        tabIndex={0}
        leftSection={<IconHourglass size={12} aria-hidden />}
      >
        Unconfirmed since <Ago at={since} />
      </Badge>
    </Tooltip>
  );
}
