import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { api } from '../../api/klaxon.ts';
import { ConfirmDialog } from '../../shared/confirm-dialog.tsx';
import { EditUserDialog } from './edit-user-dialog.tsx';
import { LinkDialog } from './link-dialog.tsx';
import type { User } from './roles.ts';

export function UserActions({ user }: { user: User }) {
  const [opened, setOpened] = useState<'edit' | 'deactivate' | null>(null);
  const params = { params: { path: { id: user.id } } };
  const renew = api.useMutation('post', '/api/users/{id}/invitation');
  const reactivate = api.useMutation('post', '/api/users/{id}/reactivate');
  const close = () => setOpened(null);
  const button = { size: 'compact-sm', variant: 'default' } as const;
  if (user.status === 'deactivated')
    return (
      <Button
        {...button}
        loading={reactivate.isPending}
        onClick={() => reactivate.mutate(params)}
        aria-label={`Reactivate ${user.name}`}
      >
        Reactivate
      </Button>
    );
  return (
    <Group gap={6}>
      <Button {...button} onClick={() => setOpened('edit')} aria-label={`Edit ${user.name}`}>
        Edit
      </Button>
      <Button
        {...button}
        loading={renew.isPending}
        onClick={() => renew.mutate(params)}
        aria-label={`New link for ${user.name}`}
      >
        New link
      </Button>
      <Button
        {...button}
        onClick={() => setOpened('deactivate')}
        aria-label={`Deactivate ${user.name}`}
      >
        Deactivate
      </Button>
      {opened === 'edit' && <EditUserDialog user={user} onClose={close} />}
      {opened === 'deactivate' && <DeactivateDialog user={user} onClose={close} />}
      {renew.data && <LinkDialog name={user.name} invitation={renew.data} onClose={renew.reset} />}
    </Group>
  );
}

function DeactivateDialog({ user, onClose }: { user: User; onClose: () => void }) {
  const deactivate = api.useMutation('post', '/api/users/{id}/deactivate', {
    meta: { saysItself: true },
    onSuccess: onClose,
  });
  return (
    <ConfirmDialog
      title={`Deactivate ${user.name}?`}
      action="Deactivate"
      mutation={deactivate}
      onConfirm={() => deactivate.mutate({ params: { path: { id: user.id } } })}
      onClose={onClose}
    >
      They are signed out everywhere at once, and cannot sign in. Their name stays where it stands,
      and you can reactivate them with the role and the teams that they have.
    </ConfirmDialog>
  );
}
