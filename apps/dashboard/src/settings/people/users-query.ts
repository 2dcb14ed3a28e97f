import { offsetOf } from '../../shared/offset.ts';

interface UsersQuery {
  q?: string;
  team_id?: string;
  active?: 'true' | 'false';
  offset?: number;
}

/** What the address asks for, as the API wants it. */
export function usersQuery(value: (name: string) => string): UsersQuery {
  const [q, team, active] = [value('q').trim(), value('team'), value('active')];
  const offset = offsetOf(value('offset'));
  return {
    ...(q !== '' && { q }),
    ...(team !== '' && { team_id: team }),
    ...((active === 'true' || active === 'false') && { active }),
    ...(offset > 0 && { offset }),
  };
}
