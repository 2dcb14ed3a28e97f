import { Type } from 'typebox';
import { component } from './component.ts';

/*
 * What Slack and Telegram send, as far as Klaxon reads it, for documentation alone: whatever else they
 * send is let pass.
 */

export const SlackInteraction = component(
  'SlackInteraction',
  Type.Object(
    {
      payload: Type.String({
        description:
          'JSON of type `block_actions`; the value of its button is what Klaxon gave it.',
      }),
    },
    {
      description: 'The form that Slack posts when a button is pressed.',
      examples: [
        {
          payload:
            '{"type":"block_actions","user":{"id":"U2CERLKJA","username":"alice"},"actions":[{"type":"button","action_id":"klaxon_acknowledge","value":"a.AZ-zpHwefVKbHz8KXH4tEA.q0vR5pV0m1hG7s2kX9yTbw"}],"response_url":"https://hooks.slack.com/actions/T1DC2JH3J/1/x"}',
        },
      ],
    },
  ),
);

export const TelegramUpdate = component(
  'TelegramUpdate',
  Type.Object(
    {
      update_id: Type.Integer(),
      callback_query: Type.Optional(
        Type.Object(
          {
            id: Type.String(),
            from: Type.Object(
              { id: Type.Integer(), username: Type.Optional(Type.String()) },
              { additionalProperties: true },
            ),
            data: Type.Optional(
              Type.String({ description: 'What Klaxon gave to the button that was pressed.' }),
            ),
          },
          { additionalProperties: true },
        ),
      ),
    },
    {
      additionalProperties: true,
      description: 'An `Update` of the Telegram Bot API.',
      examples: [
        {
          update_id: 73001,
          callback_query: {
            id: '4382bfdwdsb323b2d9',
            from: { id: 1112233, username: 'alice' },
            data: 'a.AZ-zpHwefVKbHz8KXH4tEA.q0vR5pV0m1hG7s2kX9yTbw',
          },
        },
      ],
    },
  ),
);
