import type { NotificationUseCases } from '@klaxon/application';
import { id, ListNotificationsQuery, Notification, NotificationList } from '@klaxon/contracts';
import { Type } from 'typebox';
import type { HttpApp } from '../../http-app.ts';
import { callerOf, needs } from '../../plugins/access.ts';
import { presentNotification, presentNotifications } from '../../presenters/notification.ts';
import { readPage, readTimeRange } from '../../request/read-query.ts';
import { answer } from '../answers.ts';

const tags = ['Notifications'];

export function registerNotificationRoutes(
  app: HttpApp,
  { queries, resendNotification }: NotificationUseCases,
): void {
  app.get(
    '/api/notifications',
    {
      config: needs('notifications:read'),
      schema: {
        operationId: 'listNotifications',
        summary: 'List notifications',
        description:
          'Who was told of what, and what came of it: those that match all the given filters, newest first.',
        tags,
        querystring: ListNotificationsQuery,
        response: { 200: answer('A page of notifications.', NotificationList) },
        problems: [400],
      },
    },
    async ({ query }) => {
      const { status, channel_id: channelId, incident_id: incidentId } = query;
      const filter = {
        ...(status && { status }),
        ...(channelId && { channelId: channelId.toLowerCase() }),
        ...(incidentId && { incidentId }),
        ...readTimeRange(query),
      };
      return presentNotifications(await queries.list(filter, readPage(query)));
    },
  );

  app.post(
    '/api/notifications/:id/resend',
    {
      config: needs('notifications:write', 'notification'),
      schema: {
        operationId: 'resendNotification',
        summary: 'Send a notification again',
        description:
          'From the first attempt on, as the incident is now. Fails with 409 while it is still on its way.',
        tags,
        params: Type.Object({ id: id('The notification.') }),
        response: { 200: answer('The notification, on its way again.', Notification) },
        problems: [400, 404, 409],
      },
    },
    async (request) =>
      presentNotification(
        await resendNotification({ actor: callerOf(request), deliveryId: request.params.id }),
      ),
  );
}
