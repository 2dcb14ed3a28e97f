import { api } from '../api/klaxon.ts';
import { useMay } from '../session/session.ts';

/** Services that are known, to choose from. */
export function useServiceNames(): readonly string[] {
  const { data } = api.useQuery(
    'get',
    '/api/services',
    { params: { query: { limit: 200 } } },
    { enabled: useMay('people:read'), staleTime: 60_000 },
  );
  return data?.services.map(({ name }) => name) ?? [];
}
