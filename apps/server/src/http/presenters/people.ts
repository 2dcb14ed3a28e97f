import type { NamedList, ServiceView, TeamView, UserView } from '@klaxon/application';
import type { Service, ServiceList, Team, TeamList, User, UserList } from '@klaxon/contracts';
import { presentNullableTime, presentTime } from './time.ts';

export function presentUser(user: UserView): User {
  return {
    id: user.id,
    email: user.email,
    name: user.name,
    role: user.role,
    team_ids: [...user.teamIds],
    status: statusOf(user),
    invitation_expires_at: presentNullableTime(user.invitationExpiresAt),
    created_at: presentTime(user.createdAt),
    updated_at: presentTime(user.updatedAt),
    deactivated_at: presentNullableTime(user.deactivatedAt),
  };
}

function statusOf({ deactivatedAt, canSignIn }: UserView): User['status'] {
  if (deactivatedAt !== null) return 'deactivated';
  return canSignIn ? 'active' : 'invited';
}

export function presentUsers({ items, total }: NamedList<UserView>): UserList {
  return { users: items.map(presentUser), total };
}

export function presentTeam(team: TeamView): Team {
  return {
    id: team.id,
    name: team.name,
    member_ids: [...team.memberIds],
    created_at: presentTime(team.createdAt),
    updated_at: presentTime(team.updatedAt),
  };
}

export function presentTeams(teams: readonly TeamView[]): TeamList {
  return { teams: teams.map(presentTeam), total: teams.length };
}

export function presentService(service: ServiceView): Service {
  return {
    id: service.id,
    name: service.name,
    team_id: service.teamId,
    team_name: service.teamName,
    created_at: presentTime(service.createdAt),
    updated_at: presentTime(service.updatedAt),
  };
}

export function presentServices({ items, total }: NamedList<ServiceView>): ServiceList {
  return { services: items.map(presentService), total };
}
