import type { components } from '@klaxon/sdk';
import { api } from '../api/klaxon.ts';

export type Team = components['schemas']['Team'];

/** All teams, by name; none until they are there. */
export function useTeams(): readonly Team[] {
  const { data } = api.useQuery('get', '/api/teams', {}, { staleTime: 30_000 });
  return data?.teams ?? [];
}
