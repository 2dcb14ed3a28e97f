import { expectMay } from '@klaxon/domain';
import type { TeamRecord } from '../../ports/people-repositories.ts';
import type { ByCaller } from '../../shared/caller.ts';
import type { ChangeDeps } from '../../shared/change-deps.ts';
import { auditEntry } from '../audit/audit-entry.ts';

interface TeamIdInput {
  readonly teamId: string;
}

export interface TeamNameInput extends TeamIdInput {
  readonly name: string;
}

/** Answers the id. @throws DomainError `conflict` where another has the name */
export function makeCreateTeam(deps: ChangeDeps) {
  return ({ actor, name }: ByCaller & { readonly name: string }): Promise<string> =>
    deps.unitOfWork.run(async (tx) => {
      const now = deps.clock.now();
      const team = { id: deps.ids.next(), name, createdAt: now, updatedAt: now };
      await tx.teams.insert(team);
      await tx.audit.append([
        auditEntry(deps, actor, { action: 'team.created', target: target(team), after: { name } }),
      ]);
      return team.id;
    });
}

/** @throws DomainError `not-found`; `conflict` where another has the name; `forbidden` for the key of another team */
export function makeRenameTeam(deps: ChangeDeps) {
  return ({ actor, teamId, name }: ByCaller & TeamNameInput): Promise<void> =>
    deps.unitOfWork.run(async (tx) => {
      const team = await tx.teams.get(teamId);
      expectMay(actor.principal, 'people:write', { teamId: team.id });
      if (team.name === name) return;
      const renamed = { ...team, name, updatedAt: deps.clock.now() };
      await tx.teams.update(renamed);
      await tx.audit.append([
        auditEntry(deps, actor, {
          action: 'team.edited',
          target: target(renamed),
          before: { name: team.name },
          after: { name },
        }),
      ]);
    });
}

/** @throws DomainError `not-found`; `conflict` that says what still belongs to it; `forbidden` for the key of another team */
export function makeDeleteTeam(deps: ChangeDeps) {
  return ({ actor, teamId }: ByCaller & TeamIdInput): Promise<void> =>
    deps.unitOfWork.run(async (tx) => {
      const team = await tx.teams.get(teamId);
      expectMay(actor.principal, 'people:write', { teamId: team.id });
      await tx.teams.delete(team.id);
      await tx.audit.append([
        auditEntry(deps, actor, {
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
