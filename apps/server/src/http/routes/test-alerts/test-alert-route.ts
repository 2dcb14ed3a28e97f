import { type AlertUseCases, TEST_SERVICE } from '@klaxon/application';
import { ref, SendTestAlertRequest, TestAlert } from '@klaxon/contracts';
import { actorOf } from '@klaxon/domain';
import type { HttpApp } from '../../http-app.ts';
import { callerOf, needs } from '../../plugins/access.ts';
import { answer } from '../answers.ts';

const LOCATION = { Location: { type: 'string', description: 'Where the incident is.' } };

export function registerTestAlertRoute(
  app: HttpApp,
  { sendTestAlert }: Pick<AlertUseCases, 'sendTestAlert'>,
): void {
  app.post(
    '/api/test-alerts',
    {
      config: needs<SendTestAlertRequest>(
        'alerts:write',
        null,
        ({ service = TEST_SERVICE }, owners) => owners.service(service),
      ),
      schema: {
        operationId: 'sendTestAlert',
        summary: 'Send a test alert',
        description:
          'Takes in an alert `KlaxonTest` in the very way that those of Alertmanager take, and tells the channels of ' +
          'it. It opens an incident, or joins the open one of its service. Resolve the incident: by itself the alert ends ' +
          'only with `ALERTMANAGER_URL`, within minutes, because no Alertmanager knows it. ' +
          'Responders and keys of a team send it for services of their teams, or of none.',
        tags: ['Alerts'],
        body: ref(SendTestAlertRequest),
        response: { 201: answer('It is stored.', TestAlert, LOCATION) },
        problems: [400, 413, 415],
      },
    },
    async (request, reply) => {
      const actor = actorOf(callerOf(request).principal);
      const incident = await sendTestAlert({ ...request.body, actor });
      reply.code(201).header('location', `/api/incidents/${incident.id}`);
      return { incident_id: incident.id, number: incident.number };
    },
  );
}
