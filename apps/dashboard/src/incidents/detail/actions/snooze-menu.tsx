import { Button, Menu } from '@mantine/core';
import { useDidUpdate, useDisclosure } from '@mantine/hooks';
import { IconClockPause } from '@tabler/icons-react';
import { useRef } from 'react';
import { api } from '../../../api/klaxon.ts';
import type { IncidentDetail } from '../../incident.ts';
import { SnoozeDialog } from './snooze-dialog.tsx';

const MINUTE = 60_000;
const LENGTHS = [
  { label: '30 minutes', length: 30 * MINUTE },
  { label: '1 hour', length: 60 * MINUTE },
  { label: '4 hours', length: 240 * MINUTE },
] as const;

/** Keeps an incident quiet: nobody is told of it again until then. */
export function SnoozeMenu({ incident }: { incident: IncidentDetail }) {
  const [choosing, choose] = useDisclosure();
  const button = useRef<HTMLButtonElement>(null);
  // The item that opened the dialog is gone by the time it closes.
  useDidUpdate(() => {
    if (!choosing) button.current?.focus();
  }, [choosing]);
  const snooze = api.useMutation('post', '/api/incidents/{id}/snooze');
  const until = (at: string | null) =>
    snooze.mutate({ params: { path: { id: incident.id } }, body: { until: at } });
  return (
    <>
      <Menu position="bottom-start" withinPortal={false} withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <Button
            ref={button}
            size="xs"
            variant="default"
            loading={snooze.isPending}
            leftSection={<IconClockPause size={14} aria-hidden />}
          >
            Snooze
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {LENGTHS.map(({ label, length }) => (
            <Menu.Item
              key={label}
              onClick={() => until(new Date(Date.now() + length).toISOString())}
            >
              {label}
            </Menu.Item>
          ))}
          <Menu.Item onClick={choose.open}>Until …</Menu.Item>
          {incident.snoozed_until !== null && (
            <Menu.Item onClick={() => until(null)}>End the snooze</Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {choosing && <SnoozeDialog incident={incident} onClose={choose.close} />}
    </>
  );
}
