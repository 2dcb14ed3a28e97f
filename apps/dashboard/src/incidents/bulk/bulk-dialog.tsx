import { Alert, Button, Group, List, Progress, ScrollArea, Stack, Text } from '@mantine/core';
import { Dialog } from '../../shared/dialog.tsx';
import { PAST } from '../incident.ts';
import { TakeOver } from './take-over.tsx';
import { type Bulk, type BulkState, nameOf } from './use-bulk.ts';

/** Asks before it is done, shows how far it has come, and what could not be done. */
export function BulkDialog({ bulk }: { bulk: Bulk }) {
  const { state, close } = bulk;
  const isQuick = state.phase === 'running' && state.incidents.length === 1;
  if (state.phase === 'idle' || isQuick) return null;
  return (
    <Dialog title={titleOf(state)} onClose={close}>
      {state.phase === 'asking' &&
        (state.action === 'resolve' ? (
          <Question bulk={bulk} state={state} />
        ) : (
          <TakeOver bulk={bulk} incidents={state.incidents} />
        ))}
      {state.phase === 'running' && <Running state={state} />}
      {state.phase === 'failed' && <Summary state={state} onClose={close} />}
    </Dialog>
  );
}

type In<Phase extends BulkState['phase']> = Extract<BulkState, { phase: Phase }>;

function titleOf(state: Exclude<BulkState, { phase: 'idle' }>): string {
  const { action, incidents } = state;
  if (state.phase === 'failed') return `Not all could be ${PAST[action]}`;
  const verb = action === 'acknowledge' ? 'Acknowledge' : 'Resolve';
  return `${verb} ${nameOf(incidents)}${state.phase === 'asking' ? '?' : ''}`;
}

function Question({ bulk, state }: { bulk: Bulk; state: In<'asking'> }) {
  const firing = state.incidents.filter(({ firing_alert_count }) => firing_alert_count > 0).length;
  return (
    <Stack>
      <Text size="sm" lineClamp={4}>
        {state.incidents.length === 1
          ? state.incidents[0]?.title
          : state.incidents.map(({ number }) => `#${number}`).join(', ')}
      </Text>
      {firing > 0 && (
        <Text size="sm" c="dimmed">
          {state.incidents.length === 1
            ? 'Its alerts still fire. '
            : `Alerts of ${firing} still fire. `}
          An alert that goes on firing stays quiet for a while, then opens its incident again.
        </Text>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={bulk.close}>
          Cancel
        </Button>
        <Button color="teal.9" data-autofocus onClick={() => bulk.run(state)}>
          Resolve
        </Button>
      </Group>
    </Stack>
  );
}

function Running({ state: { done, incidents } }: { state: In<'running'> }) {
  return (
    <Stack>
      <Text size="sm" role="status">
        {done} of {incidents.length}
      </Text>
      <Progress value={(done / incidents.length) * 100} aria-label="Progress" />
    </Stack>
  );
}

function Summary({ state, onClose }: { state: In<'failed'>; onClose: () => void }) {
  const { incidents, failures, action } = state;
  const done = incidents.length - failures.length;
  return (
    <Stack>
      <Alert color="red" variant="light" role="alert">
        {done} {PAST[action]}, {failures.length} not:
      </Alert>
      <ScrollArea.Autosize
        mah={320}
        viewportProps={{ tabIndex: 0, 'aria-label': 'What failed', role: 'region' }}
      >
        <List size="sm" spacing="xs" pr="md">
          {failures.map(({ incident, why }) => (
            <List.Item key={incident.id}>
              <Text size="sm" fw={600} lineClamp={2}>
                #{incident.number} {incident.title}
              </Text>
              <Text size="sm">{why}</Text>
            </List.Item>
          ))}
        </List>
      </ScrollArea.Autosize>
      <Group justify="flex-end">
        <Button data-autofocus onClick={onClose}>
          Close
        </Button>
      </Group>
    </Stack>
  );
}
