import { bearerSecrets, prismaPeopleQueries } from '@klaxon/adapters';
import {
  type IncidentTools,
  makeAcceptInvitation,
  makeAddMember,
  makeCheckInvitation,
  makeCreateService,
  makeCreateTeam,
  makeDeactivateUser,
  makeDeleteService,
  makeDeleteTeam,
  makeEditService,
  makeEditUser,
  makeInviteUser,
  makeReactivateUser,
  makeRemoveMember,
  makeRenameTeam,
  makeRenewInvitation,
  type Passwords,
} from '@klaxon/application';
import type { SessionPolicy } from '@klaxon/domain';
import type { PeopleUseCases } from '../http/people-use-cases.ts';

export interface PeopleParts {
  readonly prisma: Parameters<typeof prismaPeopleQueries>[0];
  readonly tools: IncidentTools;
  readonly passwords: Passwords;
  readonly sessions: SessionPolicy;
}

/** Users, teams and services, and what can be done with them. */
export function composePeople({ prisma, tools, passwords, sessions }: PeopleParts): PeopleUseCases {
  const invitationTools = { ...tools, secrets: bearerSecrets };
  return {
    people: prismaPeopleQueries(prisma),
    inviteUser: makeInviteUser(invitationTools),
    renewInvitation: makeRenewInvitation(invitationTools),
    checkInvitation: makeCheckInvitation(invitationTools),
    acceptInvitation: makeAcceptInvitation({
      ...invitationTools,
      policy: sessions,
      passwords,
    }),
    editUser: makeEditUser(tools),
    deactivateUser: makeDeactivateUser(tools),
    reactivateUser: makeReactivateUser(tools),
    createTeam: makeCreateTeam(tools),
    renameTeam: makeRenameTeam(tools),
    deleteTeam: makeDeleteTeam(tools),
    addMember: makeAddMember(tools),
    removeMember: makeRemoveMember(tools),
    createService: makeCreateService(tools),
    editService: makeEditService(tools),
    deleteService: makeDeleteService(tools),
  };
}
