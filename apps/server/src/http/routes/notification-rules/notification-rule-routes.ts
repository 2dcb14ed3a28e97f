import type { RuleUseCases } from '@klaxon/application';
import {
  CreateNotificationRuleRequest,
  channelId,
  EditNotificationRuleRequest,
  id,
  NotificationRule,
  NotificationRuleList,
  ref,
} from '@klaxon/contracts';
import { Type } from 'typebox';
import type { HttpApp } from '../../http-app.ts';
import { callerOf, needs } from '../../plugins/access.ts';
import { presentRule, presentRules } from '../../presenters/notification-rule.ts';
import { answer } from '../answers.ts';
import { readNewRule, readRuleEdit } from './read-rule.ts';

const tags = ['Channels'];
const params = Type.Object({ id: id('The rule.') });
const LOCATION = { Location: { type: 'string', description: 'Where the rule is.' } };
const ListQuery = Type.Object(
  { channel_id: Type.Optional(channelId('The channel whose rules are asked for.')) },
  { additionalProperties: false },
);

export function registerNotificationRuleRoutes(app: HttpApp, rules: RuleUseCases): void {
  app.get(
    '/api/notification-rules',
    {
      config: needs('channels:read'),
      schema: {
        operationId: 'listNotificationRules',
        summary: 'List notification rules',
        description: 'All of them, or those of one channel, oldest first.',
        tags,
        querystring: ListQuery,
        response: { 200: answer('The rules.', NotificationRuleList) },
        problems: [400],
      },
    },
    async ({ query }) => {
      const wanted = query.channel_id?.toLowerCase();
      const all = await rules.views.list();
      return presentRules(all.filter((rule) => !wanted || rule.channelId === wanted));
    },
  );

  app.get(
    '/api/notification-rules/:id',
    {
      config: needs('channels:read'),
      schema: {
        operationId: 'getNotificationRule',
        summary: 'Get a notification rule',
        tags,
        params,
        response: { 200: answer('The rule.', NotificationRule) },
        problems: [400, 404],
      },
    },
    async (request) => presentRule(await rules.views.get(request.params.id)),
  );

  app.post(
    '/api/notification-rules',
    {
      config: needs('channels:write'),
      schema: {
        operationId: 'createNotificationRule',
        summary: 'Say what a channel hears',
        description:
          'From its first rule on, a channel hears only what one of its rules matches. An empty list is refused: leave it out for any.',
        tags,
        body: ref(CreateNotificationRuleRequest),
        response: { 201: answer('The new rule.', NotificationRule, LOCATION) },
        problems: [400, 413, 415],
      },
    },
    async (request, reply) => {
      const rule = await rules.createRule({
        ...readNewRule(request.body),
        actor: callerOf(request),
      });
      reply.code(201).header('location', `/api/notification-rules/${rule.id}`);
      return presentRule(rule);
    },
  );

  app.patch(
    '/api/notification-rules/:id',
    {
      config: needs('channels:write'),
      schema: {
        operationId: 'editNotificationRule',
        summary: 'Edit a notification rule',
        description: 'Changes what is given; null in place of a list means any.',
        tags,
        params,
        body: ref(EditNotificationRuleRequest),
        response: { 200: answer('The rule as it is now.', NotificationRule) },
        problems: [400, 404, 413, 415],
      },
    },
    async (request) =>
      presentRule(
        await rules.editRule({
          actor: callerOf(request),
          ruleId: request.params.id,
          edit: readRuleEdit(request.body),
        }),
      ),
  );

  app.delete(
    '/api/notification-rules/:id',
    {
      config: needs('channels:write'),
      schema: {
        operationId: 'deleteNotificationRule',
        summary: 'Delete a notification rule',
        description: 'With its last rule gone, a channel hears everything again.',
        tags,
        params,
        response: { 204: { type: 'null', description: 'It is gone.' } },
        problems: [400, 404],
      },
    },
    async (request, reply) => {
      await rules.deleteRule({ actor: callerOf(request), ruleId: request.params.id });
      return reply.code(204).send(null);
    },
  );
}
