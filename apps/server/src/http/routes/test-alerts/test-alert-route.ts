import { TEST_SERVICE } from '@klaxon/application';
import { ref, SendTestAlertRequest, TestAlert } from '@klaxon/contracts';
import type { HttpApp } from '../../http-app.ts';
import { expectMay, needs } from '../../plugins/access.ts';
import type { UseCases } from '../../use-cases.ts';
import { answer } from '../answers.ts';
import { actorFor } from '../incidents/change-incident.ts';

const LOCATION = { Location: { type: 'string', description: 'Where the incident is.' } };

export function registerTestAlertRoute(
  app: HttpApp,
  { sendTestAlert, owners }: Pick<UseCases, 'sendTestAlert' | 'owners'>,
): void {
  app.post(
    '/api/test-alerts',
    {
      config: needs('alerts:write'),
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
      const { service = TEST_SERVICE } = request.body;
      expectMay(request, 'alerts:write', await owners.service(service));
      const incident = await sendTestAlert({ actor: actorFor(request), ...request.body });
      reply.code(201).header('location', `/api/incidents/${incident.id}`);
      return { incident_id: incident.id, number: incident.number };
    },
  );
}
