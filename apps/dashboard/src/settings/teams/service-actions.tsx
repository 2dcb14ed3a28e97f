import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { api } from '../../api/klaxon.ts';
import { ConfirmDialog } from '../../shared/confirm-dialog.tsx';
import { type Service, ServiceDialog } from './service-dialog.tsx';

export function ServiceActions({ service }: { service: Service }) {
  const [opened, setOpened] = useState<'edit' | 'delete' | null>(null);
  const close = () => setOpened(null);
  const button = { size: 'compact-sm', variant: 'default' } as const;
  return (
    <Group gap={6}>
      <Button {...button} onClick={() => setOpened('edit')} aria-label={`Edit ${service.name}`}>
        Edit
      </Button>
      <Button {...button} onClick={() => setOpened('delete')} aria-label={`Delete ${service.name}`}>
        Delete
      </Button>
      {opened === 'edit' && <ServiceDialog service={service} onClose={close} />}
      {opened === 'delete' && <DeleteServiceDialog service={service} onClose={close} />}
    </Group>
  );
}

function DeleteServiceDialog({
  service: { id, name },
  onClose,
}: {
  service: Service;
  onClose: () => void;
}) {
  const remove = api.useMutation('delete', '/api/services/{id}', {
    meta: { saysItself: true },
    onSuccess: onClose,
  });
  return (
    <ConfirmDialog
      title={`Delete the service ${name}?`}
      action="Delete the service"
      mutation={remove}
      onConfirm={() => remove.mutate({ params: { path: { id } } })}
      onClose={onClose}
    >
      Its incidents stay and become everybody’s. The next alert that names it adds it again, without
      a team.
    </ConfirmDialog>
  );
}
