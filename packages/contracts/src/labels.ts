import { Type } from 'typebox';
import { component } from './component.ts';

export const Labels = component(
  'Labels',
  Type.Unsafe<Readonly<Record<string, string>>>({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'Names to values, as the source sent them: of any length, in any script.',
    examples: [{ alertname: 'InstanceDown', service: 'checkout' }],
  }),
);

/** Labels that a person gives: bounded, unlike those of alerts. */
export const NewLabels = component(
  'NewLabels',
  Type.Unsafe<Readonly<Record<string, string>>>({
    type: 'object',
    maxProperties: 64,
    propertyNames: { minLength: 1, maxLength: 255 },
    additionalProperties: { type: 'string', maxLength: 1_000 },
    description: 'Names to values.',
    examples: [{ service: 'checkout' }],
  }),
);
