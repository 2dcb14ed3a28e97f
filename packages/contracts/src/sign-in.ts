import { type Static, type TUnsafe, Type } from 'typebox';
import { component, ref } from './component.ts';
import { SignInMode } from './profile.ts';

const email = Type.String({ minLength: 3, maxLength: 320, description: 'The e-mail address.' });
const password = Type.String({
  minLength: 1,
  maxLength: 200,
  format: 'password',
  description: 'The password.',
});

export const SignInRequest = component(
  'SignInRequest',
  Type.Object(
    { email, password },
    {
      additionalProperties: false,
      description: 'Who wants in.',
      examples: [{ email: 'ada@example.org', password: 'four words are enough' }],
    },
  ),
);
export type SignInRequest = Static<typeof SignInRequest>;

export const EnterLocallyRequest = component(
  'EnterLocallyRequest',
  Type.Object(
    {
      token: Type.String({
        minLength: 1,
        maxLength: 200,
        format: 'password',
        description: 'As it stands in the file `local-token` of the data folder.',
      }),
    },
    {
      additionalProperties: false,
      description: 'What only the one who started this Klaxon knows.',
      examples: [{ token: 'klt_dGhlIG9uZSBoZXJlIQ' }],
    },
  ),
);

export const CreateAccessTokenRequest = component(
  'CreateAccessTokenRequest',
  Type.Object(
    { email: Type.Optional(email), password: Type.Optional(password) },
    {
      additionalProperties: false,
      description: 'Who wants a token; empty where the request carries a session.',
      examples: [{ email: 'ada@example.org', password: 'four words are enough' }],
    },
  ),
);
export type CreateAccessTokenRequest = Static<typeof CreateAccessTokenRequest>;

export const AccessToken = component(
  'AccessToken',
  Type.Object(
    {
      access_token: Type.String({ description: 'A JWT.' }),
      token_type: Type.Enum(['Bearer'], { type: 'string' }),
      expires_in: Type.Integer({ description: 'Seconds.' }),
    },
    {
      description: 'A token for `Authorization: Bearer`.',
      examples: [
        { access_token: 'eyJhbGciOiJFZERTQSJ9.e30.c2ln', token_type: 'Bearer', expires_in: 900 },
      ],
    },
  ),
);
export type AccessToken = Static<typeof AccessToken>;

const OpenIdProvider: TUnsafe<{ name: string } | null> = Type.Unsafe<{ name: string } | null>({
  type: ['object', 'null'],
  properties: { name: { type: 'string' } },
  required: ['name'],
  description: 'Where else people can sign in: at `/api/auth/oidc/start`; null for nowhere.',
});

export const SignInMethods = component(
  'SignInMethods',
  Type.Object(
    { mode: ref(SignInMode), password: Type.Boolean(), oidc: OpenIdProvider },
    {
      description: 'How people sign in.',
      examples: [{ mode: 'sign-in', password: true, oidc: { name: 'Example SSO' } }],
    },
  ),
);
export type SignInMethods = Static<typeof SignInMethods>;

export const KeySet = component(
  'KeySet',
  Type.Object(
    { keys: Type.Array(Type.Record(Type.String(), Type.Unknown())) },
    {
      description: 'A JSON Web Key Set (RFC 7517).',
      examples: [
        {
          keys: [
            {
              kty: 'OKP',
              crv: 'Ed25519',
              x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
              kid: 'k1',
              alg: 'EdDSA',
              use: 'sig',
            },
          ],
        },
      ],
    },
  ),
);
export type KeySet = Static<typeof KeySet>;

export const StartOpenIdQuery = Type.Object(
  {
    return_to: Type.Optional(
      Type.String({
        maxLength: 2_000,
        description: 'The page to show afterwards: a path of Klaxon.',
      }),
    ),
  },
  { additionalProperties: false },
);
