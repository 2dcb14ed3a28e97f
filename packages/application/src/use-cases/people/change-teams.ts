import { expectMay } from '@klaxon/domain';
import type { TeamRecord } from '../../ports/people-repositories.ts';
import type { Caller } from '../../shared/caller.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import type { PeopleTools } from './people-tools.ts';

/** Answers the id. @throws DomainError `conflict` where another has the name */
export function makeCreateTeam(tools: PeopleTools) {
  return (by: Caller, name: string): Promise<string> =>
    tools.unitOfWork.run(async (tx) => {
      const now = tools.clock.now();
      const team = { id: tools.ids.next(), name, createdAt: now, updatedAt: now };
      await tx.teams.insert(team);
      await tx.audit.append([
        auditEntry(tools, by, { action: 'team.created', target: target(team), after: { name } }),
      ]);
      return team.id;
    });
}

/** @throws DomainError `not-found`; `conflict` where another has the name; `forbidden` for the key of another team */
export function makeRenameTeam(tools: PeopleTools) {
  return (by: Caller, teamId: string, name: string): Promise<void> =>
    tools.unitOfWork.run(async (tx) => {
      const team = await tx.teams.get(teamId);
      expectMay(by.principal, 'people:write', { teamId: team.id });
      if (team.name === name) return;
      const renamed = { ...team, name, updatedAt: tools.clock.now() };
      await tx.teams.update(renamed);
      await tx.audit.append([
        auditEntry(tools, by, {
          action: 'team.edited',
          target: target(renamed),
          before: { name: team.name },
          after: { name },
        }),
      ]);
    });
}

/** @throws DomainError `not-found`; `conflict` that says what still belongs to it; `forbidden` for the key of another team */
export function makeDeleteTeam(tools: PeopleTools) {
  return (by: Caller, teamId: string): Promise<void> =>
    tools.unitOfWork.run(async (tx) => {
      const team = await tx.teams.get(teamId);
      expectMay(by.principal, 'people:write', { teamId: team.id });
      await tx.teams.delete(team.id);
      await tx.audit.append([
        auditEntry(tools, by, {
          action: 'team.deleted',
          target: target(team),
          before: { name: team.name },
        }),
      ]);
    });
}

function target({ id, name }: TeamRecord) {
  return { kind: 'team', id, name };
}
