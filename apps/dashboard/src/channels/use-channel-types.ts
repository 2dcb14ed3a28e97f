import { api } from '../api/klaxon.ts';

/** What channels there can be. That changes only with another version of Klaxon. */
export function useChannelTypes() {
  return api.useQuery('get', '/api/channel-types', {}, { staleTime: Number.POSITIVE_INFINITY });
}
