import { Button, Group, Stack } from '@mantine/core';
import { Dialog } from '../shared/dialog.tsx';
import { ShownOnce } from '../shared/shown-once.tsx';

export function NewSecretDialog({
  name,
  secret,
  onClose,
}: {
  name: string;
  secret: string;
  onClose: () => void;
}) {
  return (
    <Dialog title={`The signing secret of ${name}`} onClose={onClose}>
      <Stack>
        <ShownOnce
          label="Signing secret"
          value={secret}
          hint="It is shown now and never again. Give it to the receiver, which proves with it that a message is Klaxon’s, as Standard Webhooks says."
        />
        <Group justify="flex-end">
          <Button onClick={onClose}>Done</Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
