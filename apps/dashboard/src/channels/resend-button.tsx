import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconRefresh } from '@tabler/icons-react';
import { api } from '../api/klaxon.ts';
import { useMay } from '../session/session.ts';
import { faultsOf } from '../shared/faults.ts';
import { FormDialog } from '../shared/form-dialog.tsx';
import type { Delivery } from './delivery-filter.ts';

/**
 * Sends a message again: at once where it failed, and where it arrived only after a question. Of another
 * team's incident the server says that it may not.
 */
export function ResendButton({
  delivery: { id, status },
  label,
}: {
  delivery: Pick<Delivery, 'id' | 'status'>;
  label: string;
}) {
  const may = useMay('notifications:write');
  const [asking, { open, close }] = useDisclosure();
  const resend = api.useMutation('post', '/api/notifications/{id}/resend', {
    meta: { saysItself: asking },
    onSuccess: close,
  });
  if (!may || (status !== 'failed' && status !== 'sent')) return null;
  const send = () => resend.mutate({ params: { path: { id } } });
  return (
    <>
      <Button
        mt={4}
        size="compact-xs"
        variant={status === 'failed' ? 'default' : 'subtle'}
        leftSection={<IconRefresh size={14} aria-hidden />}
        loading={resend.isPending}
        onClick={status === 'failed' ? send : open}
        aria-label={`Send again: ${label}`}
      >
        Send again
      </Button>
      {asking && (
        <FormDialog
          title="Send it once more?"
          submit="Send again"
          onSubmit={send}
          onClose={close}
          pending={resend.isPending}
          error={faultsOf(resend.error, []).rest}
        >
          <Text size="sm">
            It was sent already: whoever reads the channel gets it a second time. <bdi>{label}</bdi>
          </Text>
        </FormDialog>
      )}
    </>
  );
}
