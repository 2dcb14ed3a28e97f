import type { IncidentFilter, IncidentUseCases } from '@klaxon/application';
import {
  AlertList,
  AlertStatus,
  IncidentDetail,
  IncidentList,
  ListIncidentsQuery,
  pageParameters,
  ref,
  Timeline,
} from '@klaxon/contracts';
import { type Static, Type } from 'typebox';
import type { HttpApp } from '../../http-app.ts';
import { needs } from '../../plugins/access.ts';
import { presentAlerts } from '../../presenters/alert.ts';
import { presentIncidentDetail, presentIncidents } from '../../presenters/incident.ts';
import { presentTimeline } from '../../presenters/incident-event.ts';
import { versionTag } from '../../request/if-match.ts';
import { readLabels, readPage, readTimeRange } from '../../request/read-query.ts';
import { answer, ETAG } from '../answers.ts';
import { incidentParams } from './incident-schema.ts';

const tags = ['Incidents'];
const PageQuery = Type.Object(pageParameters, { additionalProperties: false });
const AlertsQuery = Type.Object(
  { status: Type.Optional(ref(AlertStatus)), ...pageParameters },
  { additionalProperties: false },
);

export function registerIncidentReading(
  app: HttpApp,
  { queries, personNames }: IncidentUseCases,
): void {
  app.get(
    '/api/incidents',
    {
      config: needs('incidents:read'),
      schema: {
        operationId: 'listIncidents',
        summary: 'List incidents',
        description: 'The incidents that match all the given filters, page by page.',
        tags,
        querystring: ListIncidentsQuery,
        response: { 200: answer('A page of incidents.', IncidentList) },
        problems: [400],
      },
    },
    async ({ query }) =>
      presentIncidents(
        await queries.list(readFilter(query), query.sort ?? '-created_at', readPage(query)),
        personNames,
      ),
  );

  app.get(
    '/api/incidents/:id',
    {
      config: needs('incidents:read'),
      schema: {
        operationId: 'getIncident',
        summary: 'Get an incident',
        tags,
        params: incidentParams,
        response: { 200: answer('The incident.', IncidentDetail, ETAG) },
        problems: [400, 404],
      },
    },
    async ({ params }, reply) => {
      const detail = await queries.get(params.id);
      reply.header('etag', versionTag(detail.incident.version));
      return presentIncidentDetail(detail, personNames);
    },
  );

  app.get(
    '/api/incidents/:id/alerts',
    {
      config: needs('incidents:read'),
      schema: {
        operationId: 'listIncidentAlerts',
        summary: 'List the alerts of an incident',
        description: 'Oldest first; those that fire, those that are resolved, or all of them.',
        tags,
        params: incidentParams,
        querystring: AlertsQuery,
        response: { 200: answer('A page of its alerts.', AlertList) },
        problems: [400, 404],
      },
    },
    async ({ params, query }) => {
      const filter = query.status ? { status: query.status } : {};
      return presentAlerts(await queries.alerts(params.id, filter, readPage(query)));
    },
  );

  app.get(
    '/api/incidents/:id/timeline',
    {
      config: needs('incidents:read'),
      schema: {
        operationId: 'getIncidentTimeline',
        summary: 'Get the timeline of an incident',
        description:
          'Everything that happened to it, who did it and why, oldest first. Nothing is ever changed in it.',
        tags,
        params: incidentParams,
        querystring: PageQuery,
        response: { 200: answer('A page of its timeline.', Timeline) },
        problems: [400, 404],
      },
    },
    async ({ params, query }) =>
      presentTimeline(await queries.timeline(params.id, readPage(query)), personNames),
  );
}

function readFilter(query: Static<typeof ListIncidentsQuery>): IncidentFilter {
  const { status, severity, assignee_id, service, label, q } = query;
  return {
    ...(status && { status }),
    ...(severity && { severity }),
    ...(assignee_id !== undefined && { assigneeId: assignee_id }),
    ...(service !== undefined && { service }),
    ...(label && { labels: readLabels(label) }),
    ...(q !== undefined && { q }),
    ...readTimeRange(query),
  };
}
