import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { api } from '../api/klaxon.ts';
import { useMay } from '../session/session.ts';

/** Sends a message again; of another team's incident the server says that it may not. */
export function ResendButton({ id, label }: { id: string; label: string }) {
  const may = useMay('notifications:write');
  const resend = api.useMutation('post', '/api/notifications/{id}/resend');
  if (!may) return null;
  return (
    <Button
      mt={4}
      size="compact-xs"
      variant="default"
      leftSection={<IconRefresh size={14} aria-hidden />}
      loading={resend.isPending}
      onClick={() => resend.mutate({ params: { path: { id } } })}
      aria-label={`Send again: ${label}`}
    >
      Send again
    </Button>
  );
}
