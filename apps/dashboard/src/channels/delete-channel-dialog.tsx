import { api } from '../api/klaxon.ts';
import { ConfirmDialog } from '../shared/confirm-dialog.tsx';
import type { Channel } from './channel-types.ts';

export function DeleteChannelDialog({
  channel: { id, name },
  onClose,
}: {
  channel: Channel;
  onClose: () => void;
}) {
  const remove = api.useMutation('delete', '/api/channels/{id}', {
    meta: { saysItself: true },
    onSuccess: onClose,
  });
  return (
    <ConfirmDialog
      title={`Delete ${name}?`}
      action="Delete the channel"
      mutation={remove}
      onConfirm={() => remove.mutate({ params: { path: { id } } })}
      onClose={onClose}
    >
      Its rules go with it, and what is still on its way to it fails. What it was told stays on
      record.
    </ConfirmDialog>
  );
}
