import type { IncidentUseCases } from '@klaxon/application';
import { CreateIncidentRequest, EditIncidentRequest, IncidentDetail, ref } from '@klaxon/contracts';
import { actorOf, makeLabels } from '@klaxon/domain';
import type { HttpApp } from '../../http-app.ts';
import { callerOf, needs } from '../../plugins/access.ts';
import { presentIncidentDetail } from '../../presenters/incident.ts';
import { versionTag } from '../../request/if-match.ts';
import { answer, ETAG } from '../answers.ts';
import { answerChanged, readChange } from './change-incident.ts';
import { changeSchema } from './incident-schema.ts';

const CREATED = { ...ETAG, Location: { type: 'string', description: 'Where the incident is.' } };

export function registerIncidentEditing(app: HttpApp, incidents: IncidentUseCases): void {
  app.post(
    '/api/incidents',
    {
      config: needs('incidents:write'),
      schema: {
        operationId: 'createIncident',
        summary: 'Open an incident by hand',
        description:
          'It has no group: alerts join it only when an incident of theirs is merged into it.',
        tags: ['Incidents'],
        body: ref(CreateIncidentRequest),
        response: {
          201: answer('The new incident.', IncidentDetail, CREATED),
        },
        problems: [400, 413, 415],
      },
    },
    async (request, reply) => {
      const { body } = request;
      const incident = await incidents.createIncident({
        actor: actorOf(callerOf(request).principal),
        title: body.title,
        description: body.description ?? null,
        severity: body.severity ?? 'medium',
        labels: makeLabels(Object.entries(body.labels ?? {})),
        assigneeId: body.assignee_id ?? null,
      });
      const headers = {
        location: `/api/incidents/${incident.id}`,
        etag: versionTag(incident.version),
      };
      reply.code(201).headers(headers);
      const detail = { incident, alerts: 0, firingAlerts: 0, alertIds: [] };
      return presentIncidentDetail(detail, incidents.personNames);
    },
  );

  app.patch(
    '/api/incidents/:id',
    {
      config: needs('incidents:write', 'incident'),
      schema: {
        ...changeSchema,
        operationId: 'editIncident',
        summary: 'Edit an incident',
        description: 'Changes its title, description, severity or assignee.',
        body: ref(EditIncidentRequest),
      },
    },
    async (request, reply) => {
      const { assignee_id, ...rest } = request.body;
      const edit = { ...rest, ...(assignee_id !== undefined && { assigneeId: assignee_id }) };
      const changed = await incidents.editIncident({ ...readChange(request), edit });
      return answerChanged(incidents, changed, reply);
    },
  );
}
