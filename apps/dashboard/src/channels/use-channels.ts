import { api } from '../api/klaxon.ts';
import { useMay } from '../session/session.ts';
import type { Channel } from './channel-types.ts';

/** All channels, to call them by their names; none for those who may not see them. */
export function useChannels(): readonly Channel[] {
  const { data } = api.useQuery(
    'get',
    '/api/channels',
    {},
    { enabled: useMay('channels:read'), staleTime: 60_000 },
  );
  return data?.channels ?? [];
}
