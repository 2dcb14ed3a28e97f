import { Button, Group } from '@mantine/core';
import { IconArrowMerge, IconPencil, IconUser } from '@tabler/icons-react';
import { useState } from 'react';
import { useMay } from '../../../session/session.ts';
import type { IncidentDetail } from '../../incident.ts';
import { AssignDialog } from './assign-dialog.tsx';
import { EditDialog } from './edit-dialog.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { SnoozeMenu } from './snooze-menu.tsx';

const DIALOGS = { assign: AssignDialog, edit: EditDialog, merge: MergeDialog } as const;

export function MoreActions({ incident }: { incident: IncidentDetail }) {
  const may = useMay('incidents:write');
  const [opened, setOpened] = useState<keyof typeof DIALOGS | null>(null);
  if (!may) return null;
  const isOver = incident.status === 'resolved';
  const Opened = opened && DIALOGS[opened];
  return (
    <>
      <Group gap="xs" role="group" aria-label="More actions">
        <Button
          size="xs"
          variant="default"
          leftSection={<IconUser size={14} aria-hidden />}
          onClick={() => setOpened('assign')}
        >
          Assign
        </Button>
        {!isOver && <SnoozeMenu incident={incident} />}
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPencil size={14} aria-hidden />}
          onClick={() => setOpened('edit')}
        >
          Edit
        </Button>
        {!isOver && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconArrowMerge size={14} aria-hidden />}
            onClick={() => setOpened('merge')}
          >
            Merge
          </Button>
        )}
      </Group>
      {Opened && <Opened incident={incident} onClose={() => setOpened(null)} />}
    </>
  );
}
