import { type Static, Type } from 'typebox';
import { component, count, id, nullableTime, ref, time } from './component.ts';
import { Role } from './profile.ts';

const example = {
  id: '0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d10',
  email: 'ada@example.org',
  name: 'Ada Lovelace',
  role: 'responder',
  team_ids: ['0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d11'],
  status: 'active',
  invitation_expires_at: null,
  created_at: '2026-11-20T10:00:00.000Z',
  updated_at: '2026-11-20T10:00:00.000Z',
  deactivated_at: null,
};
const exampleLink = {
  link: 'https://klaxon.example.org/welcome#token=Zm9ydHktdGhyZWUgY2hhcmFjdGVycyBvZiBiYXNlNjR1cmw',
  expires_at: '2026-11-27T10:00:00.000Z',
};

const email = Type.String({
  minLength: 3,
  maxLength: 320,
  description: 'An e-mail address, in upper or lower case. No two users have the same.',
});
const name = Type.String({ maxLength: 255, pattern: '\\S', description: 'As others see it.' });
const teamIds = Type.Array(id(), {
  maxItems: 500,
  description: 'The teams whose incidents are theirs.',
});

export const UserStatus = component(
  'UserStatus',
  Type.Enum(['invited', 'active', 'deactivated'], {
    type: 'string',
    description: '`invited`: has set no password yet. `deactivated`: cannot sign in any more.',
  }),
);

export const User = component(
  'User',
  Type.Object(
    {
      id: id(),
      email: Type.String({ description: 'In lower case.' }),
      name: Type.String({ maxLength: 255 }),
      role: ref(Role),
      team_ids: Type.Array(id()),
      status: ref(UserStatus),
      invitation_expires_at: nullableTime(
        'Until when the one-time link is good; null where there is none.',
      ),
      created_at: time(),
      updated_at: time(),
      deactivated_at: nullableTime('Null while they are not.'),
    },
    {
      description: 'Somebody who can sign in, or could: nobody is ever deleted.',
      examples: [example],
    },
  ),
);
export type User = Static<typeof User>;

export const UserList = component(
  'UserList',
  Type.Object(
    { users: Type.Array(ref(User)), total: count('How many there are in all.') },
    { description: 'One page of users, by name.', examples: [{ users: [example], total: 1 }] },
  ),
);
export type UserList = Static<typeof UserList>;

export const InviteUserRequest = component(
  'InviteUserRequest',
  Type.Object(
    { email, name, role: ref(Role), team_ids: Type.Optional(teamIds) },
    {
      additionalProperties: false,
      description: 'Who is to come in.',
      examples: [{ email: 'ada@example.org', name: 'Ada Lovelace', role: 'responder' }],
    },
  ),
);
export type InviteUserRequest = Static<typeof InviteUserRequest>;

export const EditUserRequest = component(
  'EditUserRequest',
  Type.Object(
    {
      email: Type.Optional(email),
      name: Type.Optional(name),
      role: Type.Optional(ref(Role)),
      team_ids: Type.Optional(teamIds),
    },
    {
      additionalProperties: false,
      minProperties: 1,
      description: 'What is to change; the rest stays as it is.',
      examples: [{ role: 'admin' }],
    },
  ),
);
export type EditUserRequest = Static<typeof EditUserRequest>;

export const InvitationLink = component(
  'InvitationLink',
  Type.Object(
    {
      link: Type.String({
        description:
          'Where they set their password, once. It is answered now and never again: give it to them alone.',
      }),
      expires_at: time('Until when it is good.'),
    },
    { description: 'A one-time link.', examples: [exampleLink] },
  ),
);
export type InvitationLink = Static<typeof InvitationLink>;

export const InvitedUser = component(
  'InvitedUser',
  Type.Object(
    { user: ref(User), invitation: ref(InvitationLink) },
    {
      description: 'A new user, and the link to give them.',
      examples: [
        {
          user: {
            ...example,
            status: 'invited',
            invitation_expires_at: exampleLink.expires_at,
          },
          invitation: exampleLink,
        },
      ],
    },
  ),
);
export type InvitedUser = Static<typeof InvitedUser>;
