import {
  AcknowledgeRequest,
  AddNoteRequest,
  MergeRequest,
  ref,
  SnoozeRequest,
} from '@klaxon/contracts';
import type { HttpApp } from '../../http-app.ts';
import { readInstant } from '../../request/read-query.ts';
import type { UseCases } from '../../use-cases.ts';
import { answerChanged, person, readChange } from './change-incident.ts';
import { changeSchema } from './incident-schema.ts';

export function registerIncidentActions(app: HttpApp, useCases: UseCases): void {
  const { incidents } = useCases;

  app.post(
    '/api/incidents/:id/acknowledge',
    {
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
      const { assignee_id: assignee } = request.body;
      const change = { ...readChange(request, person(assignee)), assigneeId: assignee ?? null };
      return answerChanged(incidents, await useCases.acknowledgeIncident(change), reply);
    },
  );

  app.post(
    '/api/incidents/:id/resolve',
    {
      schema: {
        ...changeSchema,
        operationId: 'resolveIncident',
        summary: 'Resolve an incident',
        description: 'Says that it is over. An alert that goes on firing stays quiet for a while.',
      },
    },
    async (request, reply) =>
      answerChanged(incidents, await useCases.resolveIncident(readChange(request)), reply),
  );

  app.post(
    '/api/incidents/:id/reopen',
    {
      schema: {
        ...changeSchema,
        operationId: 'reopenIncident',
        summary: 'Reopen a resolved incident',
        description: 'Fails with 409 where it was merged, or its group has a newer incident.',
      },
    },
    async (request, reply) =>
      answerChanged(incidents, await useCases.reopenIncident(readChange(request)), reply),
  );

  app.post(
    '/api/incidents/:id/notes',
    {
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
      return answerChanged(incidents, await useCases.addNote(change), reply);
    },
  );

  app.post(
    '/api/incidents/:id/snooze',
    {
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
      return answerChanged(incidents, await useCases.snoozeIncident(change), reply);
    },
  );

  app.post(
    '/api/incidents/:id/merge',
    {
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
      return answerChanged(incidents, await useCases.mergeIncidents(change), reply);
    },
  );
}
