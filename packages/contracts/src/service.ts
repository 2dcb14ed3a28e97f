import { type Static, Type } from 'typebox';
import { component, count, id, nullableText, ref, time } from './component.ts';

const example = {
  id: '0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d12',
  name: 'checkout',
  team_id: '0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d11',
  team_name: 'Payments',
  created_at: '2026-11-20T10:00:00.000Z',
  updated_at: '2026-11-20T10:00:00.000Z',
};

const name = Type.String({
  maxLength: 255,
  pattern: '\\S',
  description: 'The value of the label `service` of its alerts. No two services have the same.',
});
const teamId = nullableText({
  format: 'uuid',
  description: 'The team that its incidents belong to; null: everybody.',
});

export const Service = component(
  'Service',
  Type.Object(
    {
      id: id(),
      name: Type.String({ maxLength: 255 }),
      team_id: nullableText({
        format: 'uuid',
        description: 'Null: its incidents are everybody’s.',
      }),
      team_name: nullableText({ description: 'What that team is called.' }),
      created_at: time(),
      updated_at: time(),
    },
    { description: 'What alerts are about, and whose it is.', examples: [example] },
  ),
);
export type Service = Static<typeof Service>;

export const ServiceList = component(
  'ServiceList',
  Type.Object(
    { services: Type.Array(ref(Service)), total: count('How many there are in all.') },
    {
      description: 'One page of services, by name.',
      examples: [{ services: [example], total: 1 }],
    },
  ),
);
export type ServiceList = Static<typeof ServiceList>;

export const CreateServiceRequest = component(
  'CreateServiceRequest',
  Type.Object(
    { name, team_id: Type.Optional(teamId) },
    {
      additionalProperties: false,
      description: 'A service to set up.',
      examples: [{ name: 'checkout', team_id: example.team_id }],
    },
  ),
);

export const EditServiceRequest = component(
  'EditServiceRequest',
  Type.Object(
    { name: Type.Optional(name), team_id: Type.Optional(teamId) },
    {
      additionalProperties: false,
      minProperties: 1,
      description: 'What is to change; the rest stays as it is.',
      examples: [{ team_id: null }],
    },
  ),
);
export type EditServiceRequest = Static<typeof EditServiceRequest>;
