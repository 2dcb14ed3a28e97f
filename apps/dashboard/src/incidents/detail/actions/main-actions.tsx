import { Box, Button, Group, Text } from '@mantine/core';
import { IconCheck, IconRefresh, IconUserCheck } from '@tabler/icons-react';
import { api } from '../../../api/klaxon.ts';
import { useMay, useSession } from '../../../session/session.ts';
import { acknowledging } from '../../acknowledging.ts';
import type { IncidentDetail, QuickAction } from '../../incident.ts';
import { useNextFocus } from './use-next-focus.ts';

interface MainActionsProps {
  readonly incident: IncidentDetail;
  readonly busy: boolean;
  readonly onAct: (action: QuickAction) => void;
}

/** What is most probably wanted, in the state that the incident is in. */
export function MainActions(props: MainActionsProps) {
  const { status, assignee_id: assignee } = props.incident;
  const nextFocus = useNextFocus(`${status} ${assignee}`, props.busy);
  if (!useMay('incidents:write'))
    return (
      <Text size="sm" c="dimmed">
        You may look, but not act: ask an admin for the role of a responder.
      </Text>
    );
  return (
    <Box w={{ base: '100%', sm: 'auto' }} {...nextFocus}>
      {status === 'resolved' ? <Reopen incident={props.incident} /> : <Proceed {...props} />}
    </Box>
  );
}

function Proceed({ incident, busy, onAct }: MainActionsProps) {
  const { user } = useSession();
  const effect = acknowledging(incident, user?.id ?? null);
  return (
    <Group grow preventGrowOverflow={false} gap="sm" miw={{ sm: 340 }}>
      {effect !== 'nothing' && (
        <Button
          size="lg"
          px="sm"
          leftSection={<IconUserCheck size={18} aria-hidden />}
          aria-keyshortcuts="a"
          loading={busy}
          onClick={() => onAct('acknowledge')}
        >
          {effect === 'takes over' ? 'Take over' : 'Acknowledge'}
        </Button>
      )}
      <Button
        size="lg"
        px="sm"
        color="teal.9"
        leftSection={<IconCheck size={18} aria-hidden />}
        aria-keyshortcuts="r"
        disabled={busy}
        onClick={() => onAct('resolve')}
      >
        Resolve
      </Button>
    </Group>
  );
}

function Reopen({ incident: { id, merged_into_id: mergedInto } }: { incident: IncidentDetail }) {
  const reopen = api.useMutation('post', '/api/incidents/{id}/reopen');
  if (mergedInto !== null) return null;
  return (
    <Button
      size="lg"
      variant="default"
      leftSection={<IconRefresh size={18} aria-hidden />}
      loading={reopen.isPending}
      onClick={() => reopen.mutate({ params: { path: { id } } })}
    >
      Reopen
    </Button>
  );
}
