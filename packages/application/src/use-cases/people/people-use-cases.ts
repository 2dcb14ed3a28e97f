import type { Passwords } from '../../ports/passwords.ts';
import type { PeopleQueries } from '../../queries/people-queries.ts';
import type { SessionDeps } from '../sign-in/session-deps.ts';
import { makeAcceptInvitation, makeCheckInvitation } from './accept-invitation.ts';
import { makeAddMember, makeRemoveMember } from './change-members.ts';
import { makeCreateService, makeDeleteService, makeEditService } from './change-services.ts';
import { makeCreateTeam, makeDeleteTeam, makeRenameTeam } from './change-teams.ts';
import { makeDeactivateUser, makeReactivateUser } from './deactivate-user.ts';
import { makeEditUser } from './edit-user.ts';
import { makeInviteUser } from './invite-user.ts';
import { makeRenewInvitation } from './renew-invitation.ts';

export interface PeopleDeps extends SessionDeps {
  readonly queries: PeopleQueries;
  readonly passwords: Passwords;
}

/** What is done with users, teams and services. */
export function peopleUseCases(deps: PeopleDeps) {
  return {
    queries: deps.queries,
    inviteUser: makeInviteUser(deps),
    renewInvitation: makeRenewInvitation(deps),
    checkInvitation: makeCheckInvitation(deps),
    acceptInvitation: makeAcceptInvitation(deps),
    editUser: makeEditUser(deps),
    deactivateUser: makeDeactivateUser(deps),
    reactivateUser: makeReactivateUser(deps),
    createTeam: makeCreateTeam(deps),
    renameTeam: makeRenameTeam(deps),
    deleteTeam: makeDeleteTeam(deps),
    addMember: makeAddMember(deps),
    removeMember: makeRemoveMember(deps),
    createService: makeCreateService(deps),
    editService: makeEditService(deps),
    deleteService: makeDeleteService(deps),
  };
}

export type PeopleUseCases = ReturnType<typeof peopleUseCases>;
