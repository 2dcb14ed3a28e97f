import { useChannels } from '../../channels/use-channels.ts';
import { namesIn } from '../../shared/names.ts';
import { useUsers } from '../../shared/people.ts';
import { useTeams } from '../use-teams.ts';

/** What people, teams and channels are called by now. */
export function useNames(): (id: string) => string {
  return namesIn([...useUsers(), ...useTeams(), ...useChannels()]);
}
