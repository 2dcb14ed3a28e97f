import { type Static, type TUnsafe, Type } from 'typebox';
import { component, count, id, nullableText, time } from './component.ts';

export const SignInMode = component(
  'SignInMode',
  Type.Enum(['local', 'sign-in'], {
    type: 'string',
    description:
      '`local`: it is for the one at its machine, who shows its token, and nobody signs in.',
  }),
);

export const Role = component(
  'Role',
  Type.Enum(['viewer', 'responder', 'admin'], {
    type: 'string',
    description:
      'Viewers read, responders act on the incidents of their teams, admins on everything.',
  }),
);
export type Role = Static<typeof Role>;

interface Me {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly team_ids: string[];
}

const me: TUnsafe<Me | null> = Type.Unsafe<Me | null>({
  type: ['object', 'null'],
  properties: {
    id: { type: 'string', format: 'uuid' },
    email: { type: 'string' },
    name: { type: 'string' },
    role: { $ref: Role.$id },
    team_ids: { type: 'array', items: { type: 'string', format: 'uuid' } },
  },
  required: ['id', 'email', 'name', 'role', 'team_ids'],
  description: 'Null for a key, and where nobody signs in.',
});

export const Profile = component(
  'Profile',
  Type.Object(
    {
      mode: Type.Unsafe<'local' | 'sign-in'>(Type.Ref(SignInMode.$id)),
      user: me,
      permissions: Type.Array(Type.String(), {
        description: 'What may be done at all; incidents of other teams excepted.',
      }),
    },
    {
      description: 'Who asks, and what they may.',
      examples: [
        {
          mode: 'sign-in',
          user: {
            id: '0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d10',
            email: 'ada@example.org',
            name: 'Ada',
            role: 'responder',
            team_ids: ['0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d11'],
          },
          permissions: ['incidents:read', 'incidents:write'],
        },
      ],
    },
  ),
);
export type Profile = Static<typeof Profile>;

export const EditProfileRequest = component(
  'EditProfileRequest',
  Type.Object(
    { name: Type.String({ maxLength: 255, pattern: '\\S', description: 'As others see it.' }) },
    {
      additionalProperties: false,
      description: 'What is to change.',
      examples: [{ name: 'Ada Lovelace' }],
    },
  ),
);

export const ChangePasswordRequest = component(
  'ChangePasswordRequest',
  Type.Object(
    {
      current_password: Type.String({ maxLength: 200, format: 'password' }),
      password: Type.String({
        maxLength: 200,
        format: 'password',
        description: 'The new one: 12 to 200 characters.',
      }),
    },
    {
      additionalProperties: false,
      description: 'The present password, and the one to come.',
      examples: [
        { current_password: 'four words are enough', password: 'five words are even better' },
      ],
    },
  ),
);

export const Session = component(
  'Session',
  Type.Object(
    {
      id: id(),
      kind: Type.Enum(['browser', 'token'], { type: 'string' }),
      current: Type.Boolean({ description: 'Whether this request is part of it.' }),
      user_agent: nullableText({ description: 'What the browser or program calls itself.' }),
      address: nullableText({ description: 'Where it was begun.' }),
      created_at: time(),
      last_seen_at: time(),
      expires_at: time('However often it is used, it ends then.'),
    },
    { description: 'That somebody is signed in.' },
  ),
);
export type Session = Static<typeof Session>;

const exampleSession = {
  id: '0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d10',
  kind: 'browser',
  current: true,
  user_agent: 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0',
  address: '192.0.2.7',
  created_at: '2026-11-24T08:00:00.000Z',
  last_seen_at: '2026-11-24T11:58:12.000Z',
  expires_at: '2026-12-01T08:00:00.000Z',
};

export const SessionList = component(
  'SessionList',
  Type.Object(
    {
      sessions: Type.Array(Type.Unsafe<Session>(Type.Ref(Session.$id))),
      total: count('How many there are.'),
    },
    {
      description: 'The own sessions, the one used last first.',
      examples: [{ sessions: [exampleSession], total: 1 }],
    },
  ),
);
export type SessionList = Static<typeof SessionList>;

export const EndedSessions = component(
  'EndedSessions',
  Type.Object(
    { ended: count('How many ended.') },
    { description: 'How many sessions ended.', examples: [{ ended: 2 }] },
  ),
);
export type EndedSessions = Static<typeof EndedSessions>;
