import { notifications } from '@mantine/notifications';
import { api } from '../../../api/klaxon.ts';

/** Acknowledges an incident, and says so. */
export function useAcknowledge(id: string) {
  const { mutate, isPending } = api.useMutation('post', '/api/incidents/{id}/acknowledge', {
    onSuccess: ({ number }) =>
      notifications.show({ color: 'teal', message: `#${number} acknowledged.` }),
  });
  return { acknowledge: () => mutate({ params: { path: { id } }, body: {} }), isPending };
}
