import { api } from '../api/klaxon.ts';
import { useSession } from '../session/session.ts';
import { namesIn } from './names.ts';

/** The users who are there; none where nobody signs in. */
export function useUsers() {
  const { mode } = useSession();
  const { data } = api.useQuery(
    'get',
    '/api/users',
    { params: { query: { limit: 200 } } },
    { enabled: mode === 'sign-in', staleTime: 60_000 },
  );
  return data?.users ?? [];
}

/** What people call somebody: where nobody signs in, an id is a name already. */
export function usePersonName(): (id: string) => string {
  return namesIn(useUsers());
}
