import { expectMay, setUpFor } from '@klaxon/domain';
import type { AuditFacts } from '../../ports/audit-log.ts';
import type { ServiceRecord } from '../../ports/people-repositories.ts';
import type { Caller } from '../../shared/caller.ts';
import { auditEntry, changedFacts } from '../audit/audit-entry.ts';
import type { PeopleTools } from './people-tools.ts';

/** What a person decides about a service. */
export type ServiceWish = Pick<ServiceRecord, 'name' | 'teamId'>;

/**
 * Answers the id.
 *
 * @throws DomainError `conflict` where it is there already; `invalid` for no such team; `forbidden` for the
 * key of a team, where it is to be anybody else's
 */
export function makeCreateService(tools: PeopleTools) {
  return (by: Caller, wish: ServiceWish): Promise<string> =>
    tools.unitOfWork.run(async (tx) => {
      expectMay(by.principal, 'people:write', setUpFor(wish.teamId));
      const now = tools.clock.now();
      const service = { ...wish, id: tools.ids.next(), createdAt: now, updatedAt: now };
      await tx.services.insert(service);
      await tx.audit.append([
        auditEntry(tools, by, {
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
export function makeEditService(tools: PeopleTools) {
  return (by: Caller, serviceId: string, edit: Partial<ServiceWish>): Promise<void> =>
    tools.unitOfWork.run(async (tx) => {
      const service = await tx.services.get(serviceId);
      const changed = { ...service, ...edit, updatedAt: tools.clock.now() };
      for (const { teamId } of [service, changed])
        expectMay(by.principal, 'people:write', setUpFor(teamId));
      const change = changedFacts(facts(service), facts(changed));
      if (Object.keys(change.after).length === 0) return;
      await tx.services.update(changed);
      await tx.audit.append([
        auditEntry(tools, by, { action: 'service.edited', target: target(changed), ...change }),
      ]);
    });
}

/** Its incidents become everybody's. @throws DomainError `not-found`; `forbidden` for the key of another team */
export function makeDeleteService(tools: PeopleTools) {
  return (by: Caller, serviceId: string): Promise<void> =>
    tools.unitOfWork.run(async (tx) => {
      const service = await tx.services.get(serviceId);
      expectMay(by.principal, 'people:write', setUpFor(service.teamId));
      await tx.services.delete(service.id);
      await tx.audit.append([
        auditEntry(tools, by, {
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
