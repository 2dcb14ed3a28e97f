import {
  AcknowledgeRequest,
  AddNoteRequest,
  MergeRequest,
  ref,
  SnoozeRequest,
} from '@klaxon/contracts';
import type { HttpApp } from '../../http-app.ts';
import { expectMay, needs } from '../../plugins/access.ts';
import { readInstant } from '../../request/read-query.ts';
import type { UseCases } from '../../use-cases.ts';
import { actorFor, answerChanged, readChange } from './change-incident.ts';
import { changeSchema } from './incident-schema.ts';

export function registerIncidentActions(app: HttpApp, useCases: UseCases): void {
  const { owners } = useCases;

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
      const { assignee_id: assignee } = request.body;
      const actor = actorFor(request, assignee);
      // Who takes an incident works on it, unless they say who does.
      const assigneeId = assignee ?? (request.principal.kind === 'user' ? actor.id : null);
      const change = { ...readChange(request, actor), assigneeId };
      return answerChanged(useCases, await useCases.acknowledgeIncident(change), reply);
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
      answerChanged(useCases, await useCases.resolveIncident(readChange(request)), reply),
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
      answerChanged(useCases, await useCases.reopenIncident(readChange(request)), reply),
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
      return answerChanged(useCases, await useCases.addNote(change), reply);
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
      return answerChanged(useCases, await useCases.snoozeIncident(change), reply);
    },
  );

  app.post(
    '/api/incidents/:id/merge',
    {
      config: needs('incidents:write', 'incident'),
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
      const intoId = request.body.into_id;
      expectMay(request, 'incidents:write', await owners.incident(intoId));
      const change = { ...readChange(request), intoId };
      return answerChanged(useCases, await useCases.mergeIncidents(change), reply);
    },
  );
}
