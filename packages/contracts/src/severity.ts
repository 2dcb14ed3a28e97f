import { Type } from 'typebox';
import { component } from './component.ts';

export const Severity = component(
  'Severity',
  Type.Enum(['critical', 'high', 'medium', 'low'], {
    type: 'string',
    description: 'How bad it is, worst first.',
  }),
);
