import { expectMay, setUpFor } from '@klaxon/domain';
import type { AuditFacts } from '../../ports/audit-log.ts';
import type { ServiceRecord } from '../../ports/people-repositories.ts';
import type { ByCaller } from '../../shared/caller.ts';
import type { ChangeDeps } from '../../shared/change-deps.ts';
import { auditEntry, changedFacts } from '../audit/audit-entry.ts';

/** What a person decides about a service. */
export type ServiceInput = Pick<ServiceRecord, 'name' | 'teamId'>;

interface ServiceIdInput {
  readonly serviceId: string;
}

export interface ServiceEditInput extends ServiceIdInput {
  readonly edit: Partial<ServiceInput>;
}

/**
 * Answers the id.
 *
 * @throws DomainError `conflict` where it is there already; `invalid` for no such team; `forbidden` for the
 * key of a team, where it is to be anybody else's
 */
export function makeCreateService(deps: ChangeDeps) {
  return ({ actor, ...input }: ByCaller & ServiceInput): Promise<string> =>
    deps.unitOfWork.run(async (tx) => {
      expectMay(actor.principal, 'people:write', setUpFor(input.teamId));
      const now = deps.clock.now();
      const service = { ...input, id: deps.ids.next(), createdAt: now, updatedAt: now };
      await tx.services.insert(service);
      await tx.audit.append([
        auditEntry(deps, actor, {
          action: 'service.created',
          target: target(service),
          after: facts(service),
        }),
      ]);
      return service.id;
    });
}

/**
 * @throws DomainError `not-found`; `conflict` where another has the name; `invalid` for no such team;
 * `forbidden` for the key of a team, where it is or is to be anybody else's
 */
export function makeEditService(deps: ChangeDeps) {
  return ({ actor, serviceId, edit }: ByCaller & ServiceEditInput): Promise<void> =>
    deps.unitOfWork.run(async (tx) => {
      const service = await tx.services.get(serviceId);
      const changed = { ...service, ...edit, updatedAt: deps.clock.now() };
      for (const { teamId } of [service, changed])
        expectMay(actor.principal, 'people:write', setUpFor(teamId));
      const change = changedFacts(facts(service), facts(changed));
      if (Object.keys(change.after).length === 0) return;
      await tx.services.update(changed);
      await tx.audit.append([
        auditEntry(deps, actor, { action: 'service.edited', target: target(changed), ...change }),
      ]);
    });
}

/** Its incidents become everybody's. @throws DomainError `not-found`; `forbidden` for the key of another team */
export function makeDeleteService(deps: ChangeDeps) {
  return ({ actor, serviceId }: ByCaller & ServiceIdInput): Promise<void> =>
    deps.unitOfWork.run(async (tx) => {
      const service = await tx.services.get(serviceId);
      expectMay(actor.principal, 'people:write', setUpFor(service.teamId));
      await tx.services.delete(service.id);
      await tx.audit.append([
        auditEntry(deps, actor, {
          action: 'service.deleted',
          target: target(service),
          before: facts(service),
        }),
      ]);
    });
}

function target({ id, name }: ServiceRecord) {
  return { kind: 'service', id, name };
}

function facts({ name, teamId }: ServiceRecord): AuditFacts {
  return { name, team_id: teamId };
}
