import { type Static, Type } from 'typebox';
import { component, time } from './component.ts';

const token = Type.String({
  minLength: 1,
  maxLength: 200,
  description: 'What stands after `#token=` in the link.',
});
const exampleToken = 'Zm9ydHktdGhyZWUgY2hhcmFjdGVycyBvZiBiYXNlNjR1cmw';

export const CheckInvitationRequest = component(
  'CheckInvitationRequest',
  Type.Object(
    { token },
    {
      additionalProperties: false,
      description: 'A link that somebody followed.',
      examples: [{ token: exampleToken }],
    },
  ),
);

export const Invitation = component(
  'Invitation',
  Type.Object(
    {
      email: Type.String({ description: 'What they sign in with.' }),
      name: Type.String({ maxLength: 255 }),
      expires_at: time('Until when the link is good.'),
    },
    {
      description: 'Whom a link is for.',
      examples: [
        {
          email: 'ada@example.org',
          name: 'Ada Lovelace',
          expires_at: '2026-11-27T10:00:00.000Z',
        },
      ],
    },
  ),
);
export type Invitation = Static<typeof Invitation>;

export const AcceptInvitationRequest = component(
  'AcceptInvitationRequest',
  Type.Object(
    {
      token,
      password: Type.String({
        maxLength: 200,
        format: 'password',
        description: 'The password from now on: 12 to 200 characters.',
      }),
      name: Type.Optional(
        Type.String({
          maxLength: 255,
          pattern: '\\S',
          description: 'As others see it; the one they were invited by where it is left out.',
        }),
      ),
    },
    {
      additionalProperties: false,
      description: 'What a person sets by their link.',
      examples: [{ token: exampleToken, password: 'four words are enough' }],
    },
  ),
);
