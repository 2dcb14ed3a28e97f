import type { IncidentUseCases } from '@klaxon/application';
import {
  AcknowledgeRequest,
  AddNoteRequest,
  MergeRequest,
  ref,
  SnoozeRequest,
} from '@klaxon/contracts';
import type { HttpApp } from '../../http-app.ts';
import { needs } from '../../plugins/access.ts';
import { readInstant } from '../../request/read-query.ts';
import { answerChanged, readChange } from './change-incident.ts';
import { changeSchema } from './incident-schema.ts';

export function registerIncidentActions(app: HttpApp, incidents: IncidentUseCases): void {
  app.post(
    '/api/incidents/:id/acknowledge',
    {
      config: needs('incidents:write', 'incident'),
      schema: {
        ...changeSchema,
        operationId: 'acknowledgeIncident',
        summary: 'Acknowledge an incident',
        description:
          'Says that somebody works on it. Doing so again changes nothing; with another assignee it hands the incident over.',
        body: ref(AcknowledgeRequest),
      },
    },
    async (request, reply) => {
      const { assignee_id: assigneeId } = request.body;
      const change = { ...readChange(request), ...(assigneeId !== undefined && { assigneeId }) };
      return answerChanged(incidents, await incidents.acknowledgeIncident(change), reply);
    },
  );

  app.post(
    '/api/incidents/:id/resolve',
    {
      config: needs('incidents:write', 'incident'),
      schema: {
        ...changeSchema,
        operationId: 'resolveIncident',
        summary: 'Resolve an incident',
        description: 'Says that it is over. An alert that goes on firing stays quiet for a while.',
      },
    },
    async (request, reply) =>
      answerChanged(incidents, await incidents.resolveIncident(readChange(request)), reply),
  );

  app.post(
    '/api/incidents/:id/reopen',
    {
      config: needs('incidents:write', 'incident'),
      schema: {
        ...changeSchema,
        operationId: 'reopenIncident',
        summary: 'Reopen a resolved incident',
        description: 'Fails with 409 where it was merged, or its group has a newer incident.',
      },
    },
    async (request, reply) =>
      answerChanged(incidents, await incidents.reopenIncident(readChange(request)), reply),
  );

  app.post(
    '/api/incidents/:id/notes',
    {
      config: needs('incidents:write', 'incident'),
      schema: {
        ...changeSchema,
        operationId: 'addIncidentNote',
        summary: 'Add a note to the timeline of an incident',
        description: 'To a resolved incident too.',
        body: ref(AddNoteRequest),
      },
    },
    async (request, reply) => {
      const change = { ...readChange(request), text: request.body.text };
      return answerChanged(incidents, await incidents.addNote(change), reply);
    },
  );

  app.post(
    '/api/incidents/:id/snooze',
    {
      config: needs('incidents:write', 'incident'),
      schema: {
        ...changeSchema,
        operationId: 'snoozeIncident',
        summary: 'Keep an incident quiet for a while',
        description: 'Until a time in the future; null ends the quiet at once.',
        body: ref(SnoozeRequest),
      },
    },
    async (request, reply) => {
      const { until } = request.body;
      const change = {
        ...readChange(request),
        until: until === null ? null : readInstant('until', until),
      };
      return answerChanged(incidents, await incidents.snoozeIncident(change), reply);
    },
  );

  app.post(
    '/api/incidents/:id/merge',
    {
      // The alerts go on in the other one, so that must be theirs too.
      config: needs<MergeRequest>('incidents:write', 'incident', ({ into_id }, owners) =>
        owners.incident(into_id),
      ),
      schema: {
        ...changeSchema,
        operationId: 'mergeIncident',
        summary: 'Merge an incident into another',
        description:
          'This one ends; the other takes its alerts, answers for its group from then on, and is what is answered.',
        body: ref(MergeRequest),
      },
    },
    async (request, reply) => {
      const change = { ...readChange(request), intoId: request.body.into_id };
      return answerChanged(incidents, await incidents.mergeIncidents(change), reply);
    },
  );
}
