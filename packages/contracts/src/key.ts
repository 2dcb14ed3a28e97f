import { type Static, Type } from 'typebox';
import { component, count, id, nullableText, nullableTime, ref, time } from './component.ts';
import { GRANTABLE, SCOPES } from './scope.ts';

export const Scope = component(
  'Scope',
  Type.Enum(GRANTABLE, {
    type: 'string',
    description: `What a key is good for:\n\n${GRANTABLE.map((scope) => `- \`${scope}\`: ${SCOPES[scope]}`).join('\n')}`,
  }),
);

const name = Type.String({ maxLength: 255, pattern: '\\S', description: 'What it is for.' });
const prefix = Type.String({ description: 'The part of the key that is shown.' });
const teamId = (description: string) => nullableText({ format: 'uuid', description });
const times = {
  created_at: time(),
  expires_at: nullableTime('From then on it opens nothing; null for no end.'),
  last_used_at: nullableTime('To the minute; null for never.'),
};

const apiKeyExample = {
  id: '0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d20',
  name: 'Terraform',
  prefix: 'klx_4fQ9tBzA',
  scopes: ['channels:read', 'channels:write', 'incidents:read', 'incidents:write'] as const,
  team_id: null,
  created_by_id: '0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d10',
  created_at: '2026-11-24T09:00:00.000Z',
  expires_at: '2027-11-24T09:00:00.000Z',
  last_used_at: null,
};

export const ApiKey = component(
  'ApiKey',
  Type.Object(
    {
      id: id(),
      name: Type.String(),
      prefix,
      scopes: Type.Array(ref(Scope)),
      team_id: teamId('The team whose incidents it may act on; null for all.'),
      created_by_id: nullableText({ format: 'uuid', description: 'Who made it.' }),
      ...times,
    },
    { description: 'The key of a machine.', examples: [apiKeyExample] },
  ),
);
export type ApiKey = Static<typeof ApiKey>;

export const ApiKeyList = component(
  'ApiKeyList',
  Type.Object(
    { api_keys: Type.Array(ref(ApiKey)), total: count('How many there are.') },
    { description: 'All API keys, by name.', examples: [{ api_keys: [apiKeyExample], total: 1 }] },
  ),
);
export type ApiKeyList = Static<typeof ApiKeyList>;

export const CreateApiKeyRequest = component(
  'CreateApiKeyRequest',
  Type.Object(
    {
      name,
      scopes: Type.Array(ref(Scope), { minItems: 1, maxItems: 50 }),
      team_id: Type.Optional(teamId('The team whose incidents it may act on; left out for all.')),
      expires_at: Type.Optional(nullableTime('When it ends; left out for never.')),
    },
    {
      additionalProperties: false,
      description: 'The key to make.',
      examples: [
        {
          name: 'Terraform',
          scopes: ['channels:read', 'channels:write', 'incidents:read', 'incidents:write'],
        },
      ],
    },
  ),
);
export type CreateApiKeyRequest = Static<typeof CreateApiKeyRequest>;

export const CreatedApiKey = component(
  'CreatedApiKey',
  Type.Object(
    { id: id(), key: Type.String({ description: 'The key: told now and never again.' }) },
    {
      description: 'A key that was made.',
      examples: [{ id: apiKeyExample.id, key: 'klx_4fQ9tBzA0vZ7m1c2yqUeW5rT8iXoP3sD6gHkLjN9bVM' }],
    },
  ),
);
export type CreatedApiKey = Static<typeof CreatedApiKey>;

export const IntegrationKey = component(
  'IntegrationKey',
  Type.Object({ id: id(), prefix, ...times }, { description: 'A key by which alerts are sent.' }),
);

const service = nullableText({
  maxLength: 255,
  description: 'The service of alerts that name none; null for none.',
});
const integrationExample = {
  id: '0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d21',
  name: 'Prometheus of the shop',
  service: 'shop',
  team_id: '0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d11',
  keys: [
    {
      id: '0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d22',
      prefix: 'kli_8sGh2LpQ',
      created_at: '2026-11-24T09:00:00.000Z',
      expires_at: null,
      last_used_at: '2026-11-24T11:59:00.000Z',
    },
  ],
  created_at: '2026-11-24T09:00:00.000Z',
  updated_at: '2026-11-24T09:00:00.000Z',
};

export const Integration = component(
  'Integration',
  Type.Object(
    {
      id: id(),
      name: Type.String(),
      service,
      team_id: teamId('The team that services belong to which are first heard of through it.'),
      keys: Type.Array(ref(IntegrationKey), { description: 'Newest first.' }),
      created_at: time(),
      updated_at: time(),
    },
    { description: 'Where alerts come from.', examples: [integrationExample] },
  ),
);
export type Integration = Static<typeof Integration>;

export const IntegrationList = component(
  'IntegrationList',
  Type.Object(
    { integrations: Type.Array(ref(Integration)), total: count('How many there are.') },
    {
      description: 'All integrations, by name.',
      examples: [{ integrations: [integrationExample], total: 1 }],
    },
  ),
);
export type IntegrationList = Static<typeof IntegrationList>;

const optional = {
  service: Type.Optional(service),
  team_id: Type.Optional(
    teamId('The team that services belong to which are first heard of through it.'),
  ),
};

export const CreateIntegrationRequest = component(
  'CreateIntegrationRequest',
  Type.Object(
    { name, ...optional },
    {
      additionalProperties: false,
      description: 'The integration to make.',
      examples: [{ name: 'Prometheus of the shop', service: 'shop' }],
    },
  ),
);
export type CreateIntegrationRequest = Static<typeof CreateIntegrationRequest>;

export const EditIntegrationRequest = component(
  'EditIntegrationRequest',
  Type.Object(
    { name: Type.Optional(name), ...optional },
    {
      additionalProperties: false,
      minProperties: 1,
      description: 'What is to change; the rest stays as it is.',
      examples: [{ service: null }],
    },
  ),
);

export const RotateKeyRequest = component(
  'RotateKeyRequest',
  Type.Object(
    {
      overlap_seconds: Type.Optional(
        Type.Integer({
          minimum: 0,
          maximum: 604_800,
          default: 86_400,
          description: 'How long the keys that it has still open: a day where it is not said.',
        }),
      ),
    },
    {
      additionalProperties: false,
      description: 'How the keys change.',
      examples: [{ overlap_seconds: 3_600 }],
    },
  ),
);

export const CreatedIntegrationKey = component(
  'CreatedIntegrationKey',
  Type.Object(
    {
      id: id('The integration.'),
      key: Type.String({ description: 'The key: told now and never again.' }),
      alertmanager_config: Type.String({ description: 'Lines for alertmanager.yml.' }),
    },
    {
      description: 'A key that was made, and how to use it.',
      examples: [
        {
          id: integrationExample.id,
          key: 'kli_8sGh2LpQ0vZ7m1c2yqUeW5rT8iXoP3sD6gHkLjN9bVM',
          alertmanager_config:
            'receivers:\n  - name: klaxon\n    webhook_configs:\n      - url: https://klaxon.example.org/api/webhooks/alertmanager\n        send_resolved: true\n        http_config:\n          authorization:\n            credentials: kli_…\n',
        },
      ],
    },
  ),
);
export type CreatedIntegrationKey = Static<typeof CreatedIntegrationKey>;
