import { type Static, Type } from 'typebox';
import { component, id, ref } from './component.ts';
import { Severity } from './severity.ts';

export const SendTestAlertRequest = component(
  'SendTestAlertRequest',
  Type.Object(
    {
      service: Type.Optional(
        Type.String({
          minLength: 1,
          maxLength: 255,
          description: 'Its `service` label; `klaxon-test` by default.',
        }),
      ),
      severity: Type.Optional(ref(Severity)),
    },
    {
      additionalProperties: false,
      description: 'What a test alert is about. Its severity is low by default.',
      examples: [{ service: 'checkout', severity: 'high' }],
    },
  ),
);
export type SendTestAlertRequest = Static<typeof SendTestAlertRequest>;

export const TestAlert = component(
  'TestAlert',
  Type.Object(
    {
      incident_id: id('The incident that it opened or joined.'),
      number: Type.Integer({ minimum: 1, description: 'What people call it: `#1042`.' }),
    },
    {
      description: 'What became of a test alert.',
      examples: [{ incident_id: '0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d10', number: 1042 }],
    },
  ),
);
export type TestAlert = Static<typeof TestAlert>;
