import type { IncomingHttpHeaders } from 'node:http';
import type { ChangeRequest, IncidentQueries } from '@klaxon/application';
import type { IncidentDetail } from '@klaxon/contracts';
import type { Actor, NumberedIncident } from '@klaxon/domain';
import type { FastifyReply } from 'fastify';
import { presentIncidentDetail } from '../../presenters/incident.ts';
import { readIfMatch, versionTag } from '../../request/if-match.ts';

/** Who acts, as far as that is known without a sign-in. */
export function person(id = 'local'): Actor {
  return { kind: 'person', id };
}

interface IncidentRequest {
  readonly params: { readonly id: string };
  readonly headers: IncomingHttpHeaders;
}

export function readChange({ params, headers }: IncidentRequest, actor = person()): ChangeRequest {
  const ifVersion = readIfMatch(headers['if-match']);
  return { incidentId: params.id, actor, ...(ifVersion !== undefined && { ifVersion }) };
}

/** Answers a changed incident: its alerts are read anew, but the change itself is told as it was made. */
export async function answerChanged(
  incidents: Pick<IncidentQueries, 'get'>,
  changed: NumberedIncident,
  reply: FastifyReply,
): Promise<IncidentDetail> {
  const detail = await incidents.get(changed.id);
  reply.header('etag', versionTag(changed.version));
  return presentIncidentDetail({ ...detail, incident: changed });
}
