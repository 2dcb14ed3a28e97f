import type { AlertUseCases } from '@klaxon/application';
import {
  Alert,
  AlertList,
  id,
  ListAlertsQuery,
  pageParameters,
  RejectedAlertList,
} from '@klaxon/contracts';
import { Type } from 'typebox';
import type { HttpApp } from '../../http-app.ts';
import { needs } from '../../plugins/access.ts';
import { presentAlert, presentAlerts } from '../../presenters/alert.ts';
import { presentRejectedAlerts } from '../../presenters/rejected-alert.ts';
import { readLabels, readPage, readTimeRange } from '../../request/read-query.ts';
import { answer } from '../answers.ts';

const tags = ['Alerts'];

export function registerAlertRoutes(
  app: HttpApp,
  { queries }: Pick<AlertUseCases, 'queries'>,
): void {
  app.get(
    '/api/alerts',
    {
      config: needs('alerts:read'),
      schema: {
        operationId: 'listAlerts',
        summary: 'List alerts',
        description:
          'The alerts that match all the given filters, newest first. Of labels and of annotations a list shows 8,192 ' +
          'characters an alert.',
        tags,
        querystring: ListAlertsQuery,
        response: { 200: answer('A page of alerts.', AlertList) },
        problems: [400],
      },
    },
    async ({ query }) => {
      const { status, severity, label } = query;
      const filter = {
        ...(status && { status }),
        ...(severity && { severity }),
        ...(label && { labels: readLabels(label) }),
        ...readTimeRange(query),
      };
      return presentAlerts(await queries.list(filter, readPage(query)));
    },
  );

  app.get(
    '/api/alerts/:id',
    {
      config: needs('alerts:read'),
      schema: {
        operationId: 'getAlert',
        summary: 'Get an alert',
        tags,
        params: Type.Object({ id: id('The alert.') }),
        response: { 200: answer('The alert.', Alert) },
        problems: [400, 404],
      },
    },
    async ({ params }) => presentAlert(await queries.get(params.id)),
  );

  app.get(
    '/api/rejected-alerts',
    {
      config: needs('alerts:read'),
      schema: {
        operationId: 'listRejectedAlerts',
        summary: 'List what could not be taken in',
        description:
          'What monitoring systems sent and Klaxon could not read, with the reason, newest first; and, one a minute, ' +
          'of whom alerts were refused because they may not send any.',
        tags,
        querystring: Type.Object(pageParameters, { additionalProperties: false }),
        response: {
          200: answer('A page of rejected alerts.', RejectedAlertList),
        },
        problems: [400],
      },
    },
    async ({ query }) => presentRejectedAlerts(await queries.rejected(readPage(query))),
  );
}
