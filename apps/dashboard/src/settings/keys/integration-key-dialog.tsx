import type { components } from '@klaxon/sdk';
import { Button, Group, Stack } from '@mantine/core';
import { Dialog } from '../../shared/dialog.tsx';
import { ShownOnce } from '../../shared/shown-once.tsx';

/** A key of an integration, this once, and how to use it. */
export function IntegrationKeyDialog({
  name,
  made: { key, alertmanager_config },
  onClose,
}: {
  name: string;
  made: components['schemas']['CreatedIntegrationKey'];
  onClose: () => void;
}) {
  return (
    <Dialog title={`The key of ${name}`} onClose={onClose}>
      <Stack>
        <ShownOnce
          label="Key"
          value={key}
          hint="It is shown now and never again. It can only send alerts."
        />
        <ShownOnce
          label="Lines for alertmanager.yml"
          value={alertmanager_config}
          hint="Put the receiver into alertmanager.yml, name it in a route, and let Alertmanager load it anew."
        />
        <Group justify="flex-end">
          <Button onClick={onClose}>Done</Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
