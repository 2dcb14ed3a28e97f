import { api } from '../../api/klaxon.ts';
import { useMay } from '../../session/session.ts';
import { useUsers } from '../../shared/people.ts';
import { useTeams } from '../use-teams.ts';

/** What people, teams and channels are called by now, by their ids; any other text as it is. */
export function useNames(): (id: string) => string {
  const { data } = api.useQuery(
    'get',
    '/api/channels',
    {},
    { enabled: useMay('channels:read'), staleTime: 30_000 },
  );
  const named = [...useUsers(), ...useTeams(), ...(data?.channels ?? [])];
  const names = new Map(named.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? id;
}
