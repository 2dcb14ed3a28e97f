import { type Static, Type } from 'typebox';
import { component, count, id, ref, time } from './component.ts';

const example = {
  id: '0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d11',
  name: 'Payments',
  member_ids: ['0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d10'],
  created_at: '2026-11-20T10:00:00.000Z',
  updated_at: '2026-11-20T10:00:00.000Z',
};

export const Team = component(
  'Team',
  Type.Object(
    {
      id: id(),
      name: Type.String({ maxLength: 255 }),
      member_ids: Type.Array(id(), { description: 'The users in it.' }),
      created_at: time(),
      updated_at: time(),
    },
    {
      description: 'People who answer for the same services.',
      examples: [example],
    },
  ),
);
export type Team = Static<typeof Team>;

export const TeamList = component(
  'TeamList',
  Type.Object(
    { teams: Type.Array(ref(Team)), total: count('How many there are.') },
    { description: 'All teams, by name.', examples: [{ teams: [example], total: 1 }] },
  ),
);
export type TeamList = Static<typeof TeamList>;

export const NameTeamRequest = component(
  'NameTeamRequest',
  Type.Object(
    {
      name: Type.String({
        maxLength: 255,
        pattern: '\\S',
        description: 'What people call it. No two teams have the same.',
      }),
    },
    {
      additionalProperties: false,
      description: 'What a team is to be called.',
      examples: [{ name: 'Payments' }],
    },
  ),
);
