import { type Static, Type } from 'typebox';
import { component, ref } from './component.ts';

export const Fault = component(
  'Fault',
  Type.Object(
    {
      path: Type.String({
        description: 'Where it is, in the spelling of the request: `labels.service`.',
      }),
      message: Type.String({ description: 'What is wrong with it.' }),
    },
    { description: 'One part of a request that was wrong.' },
  ),
);

export const Problem = component(
  'Problem',
  Type.Object(
    {
      type: Type.String({
        description: 'Names the kind of problem: a stable URN to compare with, not to open.',
      }),
      title: Type.String({ description: 'The kind of problem in words.' }),
      status: Type.Integer({ minimum: 400, maximum: 599 }),
      detail: Type.String({ description: 'What was wrong this time, and what to do.' }),
      instance: Type.String({ description: 'The path that was asked for.' }),
      errors: Type.Array(ref(Fault), {
        description: 'Every part of the request that was wrong, where that is known.',
      }),
      request_id: Type.String({ description: 'Finds this answer in the logs.' }),
    },
    { description: 'Why a request failed (RFC 9457).' },
  ),
);
export type Problem = Static<typeof Problem>;
