import { ActionIcon, Grid, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconKeyboard } from '@tabler/icons-react';
import { useRef } from 'react';
import { useMay, useSession } from '../../session/session.ts';
import { LongText } from '../../shared/long-text.tsx';
import { Section } from '../../shared/section.tsx';
import { acknowledging } from '../acknowledging.ts';
import { BulkDialog } from '../bulk/bulk-dialog.tsx';
import { useBulk } from '../bulk/use-bulk.ts';
import type { IncidentDetail, QuickAction } from '../incident.ts';
import { INCIDENT_SHORTCUTS } from '../shortcuts/shortcuts.ts';
import { ShortcutsDialog } from '../shortcuts/shortcuts-dialog.tsx';
import { useShortcuts } from '../shortcuts/use-shortcuts.ts';
import { MainActions } from './actions/main-actions.tsx';
import { MoreActions } from './actions/more-actions.tsx';
import { useAcknowledge } from './actions/use-acknowledge.ts';
import { IncidentAlerts } from './alerts/incident-alerts.tsx';
import { IncidentFacts } from './incident-facts.tsx';
import { IncidentHead } from './incident-head.tsx';
import { IncidentTimeline } from './timeline/incident-timeline.tsx';

const KEYS = [INCIDENT_SHORTCUTS];

export function IncidentView({ incident }: { incident: IncidentDetail }) {
  const may = useMay('incidents:write');
  const { user } = useSession();
  const note = useRef<HTMLTextAreaElement>(null);
  const [showingKeys, keys] = useDisclosure();
  const bulk = useBulk();
  const { acknowledge, isPending } = useAcknowledge(incident.id);
  const act = (action: QuickAction) => {
    if (action === 'resolve') bulk.ask({ action, incidents: [incident] });
    else acknowledge();
  };
  const canResolve = may && incident.status !== 'resolved';
  const canAcknowledge = may && acknowledging(incident, user?.id ?? null) !== 'nothing';
  useShortcuts({
    help: keys.open,
    ...(may && { note: () => note.current?.focus() }),
    ...(canAcknowledge && { acknowledge: () => act('acknowledge') }),
    ...(canResolve && { resolve: () => act('resolve') }),
  });
  return (
    <Stack gap="md">
      <IncidentHead incident={incident}>
        <MainActions
          incident={incident}
          busy={isPending || bulk.state.phase === 'running'}
          onAct={act}
        />
      </IncidentHead>
      <Group justify="space-between" gap="xs">
        <MoreActions incident={incident} />
        <ActionIcon
          variant="default"
          size={30}
          ml="auto"
          visibleFrom="sm"
          aria-label="Keys"
          aria-keyshortcuts="?"
          onClick={keys.open}
        >
          <IconKeyboard size={16} />
        </ActionIcon>
      </Group>
      <Grid gap="xl">
        <Grid.Col span={{ base: 12, md: 8 }}>
          {incident.description !== null && (
            <Section title="Description">
              <Text size="sm" component="div" style={{ whiteSpace: 'pre-wrap' }}>
                <LongText text={incident.description} shown={1_000} />
              </Text>
            </Section>
          )}
          <IncidentAlerts incident={incident} />
          <IncidentTimeline incident={incident} noteRef={note} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 4 }}>
          <IncidentFacts incident={incident} />
        </Grid.Col>
      </Grid>
      <BulkDialog bulk={bulk} />
      {showingKeys && <ShortcutsDialog groups={KEYS} onClose={keys.close} />}
    </Stack>
  );
}
