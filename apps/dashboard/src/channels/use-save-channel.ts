import type { components } from '@klaxon/sdk';
import { api } from '../api/klaxon.ts';

/** Saves a channel; one whose new secret has yet to be shown is not done with that. */
export function useSaveChannel(onDone: () => void) {
  const options = {
    meta: { saysItself: true },
    onSuccess({ generated_secret }: components['schemas']['SavedChannel']) {
      if (generated_secret === null) onDone();
    },
  };
  return {
    create: api.useMutation('post', '/api/channels', options),
    edit: api.useMutation('patch', '/api/channels/{id}', options),
  };
}
