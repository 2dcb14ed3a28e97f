import type {
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
  PeopleQueries,
} from '@klaxon/application';

/** What the routes about people, teams and services can call. */
export interface PeopleUseCases {
  readonly people: PeopleQueries;
  readonly inviteUser: ReturnType<typeof makeInviteUser>;
  readonly renewInvitation: ReturnType<typeof makeRenewInvitation>;
  readonly checkInvitation: ReturnType<typeof makeCheckInvitation>;
  readonly acceptInvitation: ReturnType<typeof makeAcceptInvitation>;
  readonly editUser: ReturnType<typeof makeEditUser>;
  readonly deactivateUser: ReturnType<typeof makeDeactivateUser>;
  readonly reactivateUser: ReturnType<typeof makeReactivateUser>;
  readonly createTeam: ReturnType<typeof makeCreateTeam>;
  readonly renameTeam: ReturnType<typeof makeRenameTeam>;
  readonly deleteTeam: ReturnType<typeof makeDeleteTeam>;
  readonly addMember: ReturnType<typeof makeAddMember>;
  readonly removeMember: ReturnType<typeof makeRemoveMember>;
  readonly createService: ReturnType<typeof makeCreateService>;
  readonly editService: ReturnType<typeof makeEditService>;
  readonly deleteService: ReturnType<typeof makeDeleteService>;
}
