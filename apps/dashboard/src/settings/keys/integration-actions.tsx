import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { api } from '../../api/klaxon.ts';
import { ConfirmDialog } from '../../shared/confirm-dialog.tsx';
import { type Integration, IntegrationDialog } from './integration-dialog.tsx';
import { RotateKeyDialog } from './rotate-key-dialog.tsx';

export function IntegrationActions({ integration }: { integration: Integration }) {
  const [opened, setOpened] = useState<'edit' | 'rotate' | 'delete' | null>(null);
  const close = () => setOpened(null);
  const { name } = integration;
  const button = { size: 'compact-sm', variant: 'default' } as const;
  return (
    <Group gap={6}>
      <Button {...button} onClick={() => setOpened('edit')} aria-label={`Edit ${name}`}>
        Edit
      </Button>
      <Button {...button} onClick={() => setOpened('rotate')} aria-label={`New key for ${name}`}>
        New key
      </Button>
      <Button {...button} onClick={() => setOpened('delete')} aria-label={`Delete ${name}`}>
        Delete
      </Button>
      {opened === 'edit' && <IntegrationDialog integration={integration} onClose={close} />}
      {opened === 'rotate' && <RotateKeyDialog integration={integration} onClose={close} />}
      {opened === 'delete' && <DeleteIntegrationDialog integration={integration} onClose={close} />}
    </Group>
  );
}

function DeleteIntegrationDialog({
  integration: { id, name },
  onClose,
}: {
  integration: Integration;
  onClose: () => void;
}) {
  const remove = api.useMutation('delete', '/api/integrations/{id}', {
    meta: { saysItself: true },
    onSuccess: onClose,
  });
  return (
    <ConfirmDialog
      title={`Delete ${name}?`}
      action="Delete the integration"
      mutation={remove}
      onConfirm={() => remove.mutate({ params: { path: { id } } })}
      onClose={onClose}
    >
      Its keys end with it: alerts that are sent with them are refused from now on.
    </ConfirmDialog>
  );
}
