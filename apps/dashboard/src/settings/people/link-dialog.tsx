import type { components } from '@klaxon/sdk';
import { Button, Group, Stack } from '@mantine/core';
import { Dialog } from '../../shared/dialog.tsx';
import { ShownOnce } from '../../shared/shown-once.tsx';
import { formatDateTime } from '../../shared/time.ts';

/** The way in for somebody, to be handed over. */
export function LinkDialog({
  name,
  invitation: { link, expires_at },
  onClose,
}: {
  name: string;
  invitation: components['schemas']['InvitationLink'];
  onClose: () => void;
}) {
  return (
    <Dialog title={`The link of ${name}`} onClose={onClose}>
      <Stack>
        <ShownOnce
          label="One-time link"
          value={link}
          hint={`They set their password by it, once, until ${formatDateTime(expires_at)}. Klaxon sends it to nobody and shows it never again: hand it to ${name} alone.`}
        />
        <Group justify="flex-end">
          <Button onClick={onClose}>Done</Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
