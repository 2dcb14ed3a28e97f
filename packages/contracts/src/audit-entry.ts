import { type Static, type TUnsafe, Type } from 'typebox';
import { component, id, nullableText, ref, time } from './component.ts';
import { pageOf, pageParameters, timeParameters } from './list.ts';

export const AuditActor = component(
  'AuditActor',
  Type.Object(
    {
      kind: Type.String({
        description: '`user`, `api-key`, `integration`, `local`, `anonymous` or `system`.',
      }),
      id: nullableText(),
      name: Type.String({ description: 'As it was then.' }),
    },
    { description: 'Who did it; `anonymous` where somebody did not prove who they are.' },
  ),
);

export const AuditTarget = component(
  'AuditTarget',
  Type.Object(
    {
      kind: Type.String(),
      id: nullableText(),
      name: Type.String({ description: 'As it was then.' }),
    },
    { description: 'What it was done to.' },
  ),
);

const facts = (description: string): TUnsafe<Record<string, unknown> | null> =>
  Type.Unsafe<Record<string, unknown> | null>({
    type: ['object', 'null'],
    additionalProperties: true,
    description,
  });

const example = {
  id: '0199f3a5-1d20-7f6c-b1d4-2c8e4a6f9b40',
  at: '2026-11-24T09:15:00.000Z',
  actor: { kind: 'user', id: '0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d10', name: 'Ada' },
  action: 'user.edited',
  target: { kind: 'user', id: '0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d12', name: 'grace@example.org' },
  before: { role: 'viewer' },
  after: { role: 'responder' },
  request_id: '0199f3b2-55aa',
  address: '192.0.2.7',
};

export const AuditEntry = component(
  'AuditEntry',
  Type.Object(
    {
      id: id(),
      at: time(),
      actor: ref(AuditActor),
      action: Type.String({ description: 'A noun and what was done to it.' }),
      target: ref(AuditTarget),
      before: facts('What it was, as far as it changed; never a secret.'),
      after: facts('What it is.'),
      request_id: nullableText({ description: 'Finds the request in the logs.' }),
      address: nullableText({ description: 'Where the request came from.' }),
    },
    { description: 'One line of the audit log.', examples: [example] },
  ),
);
export type AuditEntry = Static<typeof AuditEntry>;

export const AuditLog = component(
  'AuditLog',
  pageOf({ audit_entries: Type.Array(ref(AuditEntry)) }, 'A page of the audit log, newest first.', {
    audit_entries: [example],
  }),
);
export type AuditLog = Static<typeof AuditLog>;

const filters = {
  actor_id: Type.Optional(
    Type.String({ minLength: 1, maxLength: 255, description: 'Who did it.' }),
  ),
  action: Type.Optional(
    Type.String({ pattern: '^[a-z_]+\\.[a-z_]+$', maxLength: 100, description: 'What was done.' }),
  ),
  target_kind: Type.Optional(
    Type.String({ minLength: 1, maxLength: 50, description: 'To what kind of thing.' }),
  ),
  target_id: Type.Optional(Type.String({ minLength: 1, maxLength: 255, description: 'To which.' })),
  q: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 200,
      description: 'Part of the name of who did it, or of what it was done to.',
    }),
  ),
  ...timeParameters('Done'),
};

export const ListAuditLogQuery = Type.Object(
  { ...filters, ...pageParameters },
  { additionalProperties: false },
);
export type ListAuditLogQuery = Static<typeof ListAuditLogQuery>;

export const ExportAuditLogQuery = Type.Object(
  {
    ...filters,
    format: Type.Enum(['csv', 'jsonl'], {
      type: 'string',
      description: 'CSV, or a JSON object a line.',
    }),
  },
  { additionalProperties: false },
);

export const AuditCsv = component(
  'AuditCsv',
  Type.String({
    description: 'The audit log as CSV, with a line of names first.',
    examples: [
      'id,at,actor_kind,actor_id,actor_name,action,target_kind,target_id,target_name,before,after,request_id,address\n',
    ],
  }),
);

export const AuditJsonLines = component(
  'AuditJsonLines',
  Type.String({
    description: 'The audit log, one JSON object a line, each as `AuditEntry`.',
    examples: [`${JSON.stringify(example)}\n`],
  }),
);
