import type { ChangeRequest } from '@klaxon/application';
import type { IncidentDetail } from '@klaxon/contracts';
import { type Actor, actorOf, type NumberedIncident } from '@klaxon/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { callerOf } from '../../plugins/access.ts';
import { presentIncidentDetail } from '../../presenters/incident.ts';
import { readIfMatch, versionTag } from '../../request/if-match.ts';
import type { UseCases } from '../../use-cases.ts';

/** Who acts. Where nobody signs in, people may say who they are: `localName`. */
export function actorFor(request: FastifyRequest, localName = 'local'): Actor {
  const { principal } = callerOf(request);
  return principal.kind === 'local' ? { kind: 'person', id: localName } : actorOf(principal);
}

type IncidentRequest = FastifyRequest<{ Params: { readonly id: string } }>;

export function readChange(request: IncidentRequest, actor = actorFor(request)): ChangeRequest {
  const ifVersion = readIfMatch(request.headers['if-match']);
  return { incidentId: request.params.id, actor, ...(ifVersion !== undefined && { ifVersion }) };
}

/** Answers a changed incident: its alerts are read anew, but the change itself is told as it was made. */
export async function answerChanged(
  { incidents, personNames }: Pick<UseCases, 'incidents' | 'personNames'>,
  changed: NumberedIncident,
  reply: FastifyReply,
): Promise<IncidentDetail> {
  const detail = await incidents.get(changed.id);
  reply.header('etag', versionTag(changed.version));
  return presentIncidentDetail({ ...detail, incident: changed }, personNames);
}
