import { type Static, Type } from 'typebox';
import { component, ref } from './component.ts';

export const Liveness = component(
  'Liveness',
  Type.Object(
    { status: Type.Enum(['ok'], { type: 'string' }) },
    { description: 'That the process lives.', examples: [{ status: 'ok' }] },
  ),
);
export type Liveness = Static<typeof Liveness>;

export const HealthCheck = component(
  'HealthCheck',
  Type.Object(
    {
      name: Type.String(),
      ok: Type.Boolean(),
      detail: Type.String({ description: 'A sentence for people.' }),
    },
    { description: 'One thing that readiness hangs on.' },
  ),
);

export const Readiness = component(
  'Readiness',
  Type.Object(
    {
      status: Type.Enum(['ready', 'not_ready'], { type: 'string' }),
      checks: Type.Array(ref(HealthCheck)),
    },
    {
      description: 'Whether the process can do its work.',
      examples: [
        {
          status: 'ready',
          checks: [{ name: 'database', ok: true, detail: 'Answers in 2 ms.' }],
        },
      ],
    },
  ),
);
export type Readiness = Static<typeof Readiness>;
