import type { ChangeInput, IncidentUseCases } from '@klaxon/application';
import type { IncidentDetail } from '@klaxon/contracts';
import { actorOf, type NumberedIncident } from '@klaxon/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { callerOf } from '../../plugins/access.ts';
import { presentIncidentDetail } from '../../presenters/incident.ts';
import { readIfMatch, versionTag } from '../../request/if-match.ts';

type IncidentRequest = FastifyRequest<{ Params: { readonly id: string } }>;

export function readChange(request: IncidentRequest): ChangeInput {
  const ifVersion = readIfMatch(request.headers['if-match']);
  return {
    incidentId: request.params.id,
    actor: actorOf(callerOf(request).principal),
    ...(ifVersion !== undefined && { ifVersion }),
  };
}

/** Answers a changed incident: its alerts are read again, but the change itself is answered as it was made. */
export async function answerChanged(
  { queries, personNames }: IncidentUseCases,
  changed: NumberedIncident,
  reply: FastifyReply,
): Promise<IncidentDetail> {
  const detail = await queries.get(changed.id);
  reply.header('etag', versionTag(changed.version));
  return presentIncidentDetail({ ...detail, incident: changed }, personNames);
}
