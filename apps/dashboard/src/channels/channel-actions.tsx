import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { api } from '../api/klaxon.ts';
import { ChannelDialog } from './channel-dialog.tsx';
import type { Channel } from './channel-types.ts';
import { DeleteChannelDialog } from './delete-channel-dialog.tsx';
import { TestButton } from './test-button.tsx';

/** What an admin can do to a channel; one of the environment can only be tested. */
export function ChannelActions({ channel }: { channel: Channel }) {
  const [opened, setOpened] = useState<'edit' | 'delete' | null>(null);
  const edit = api.useMutation('patch', '/api/channels/{id}');
  const close = () => setOpened(null);
  const { name, enabled } = channel;
  const toggle = () =>
    edit.mutate({ params: { path: { id: channel.id } }, body: { enabled: !enabled } });
  return (
    <Group gap="xs">
      {enabled && <TestButton channel={channel} />}
      {channel.source === 'database' && (
        <>
          <Button
            size="xs"
            variant="default"
            loading={edit.isPending}
            onClick={toggle}
            aria-label={`${enabled ? 'Disable' : 'Enable'} ${name}`}
          >
            {enabled ? 'Disable' : 'Enable'}
          </Button>
          <Button
            size="xs"
            variant="default"
            onClick={() => setOpened('edit')}
            aria-label={`Edit ${name}`}
          >
            Edit
          </Button>
          <Button
            size="xs"
            variant="default"
            onClick={() => setOpened('delete')}
            aria-label={`Delete ${name}`}
          >
            Delete
          </Button>
        </>
      )}
      {opened === 'edit' && <ChannelDialog channel={channel} onClose={close} />}
      {opened === 'delete' && <DeleteChannelDialog channel={channel} onClose={close} />}
    </Group>
  );
}
