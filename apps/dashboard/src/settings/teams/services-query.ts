import { offsetOf } from '../../shared/offset.ts';

interface ServicesQuery {
  q?: string;
  team_id?: string;
  offset?: number;
}

/** What the address asks for, as the API wants it. */
export function servicesQuery(value: (name: string) => string): ServicesQuery {
  const [q, team] = [value('q').trim(), value('team')];
  const offset = offsetOf(value('offset'));
  return {
    ...(q !== '' && { q }),
    ...(team !== '' && { team_id: team }),
    ...(offset > 0 && { offset }),
  };
}
