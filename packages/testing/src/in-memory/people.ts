import type {
  ServiceRepository,
  TeamRepository,
  UserRecord,
  UserRepository,
} from '@klaxon/application';
import { canSignIn, conflict, expectNothingLeft, invalid, notFound } from '@klaxon/domain';
import type { StoreState } from './state.ts';

type People = Pick<
  StoreState,
  'users' | 'teams' | 'services' | 'memberships' | 'apiKeys' | 'integrations'
>;

interface Named {
  readonly id: string;
  readonly name: string;
}

export function makeUserRepository({ users, teams, memberships }: People): UserRepository {
  const find = (id: string) => {
    const user = users.get(id);
    if (!user) throw notFound(`There is no user ${id}.`);
    return user;
  };
  const keep: UserRepository['insert'] = async (user) => {
    for (const other of users.values()) {
      if (other.id === user.id) continue;
      if (other.email === user.email)
        throw conflict('Another user has this e-mail address already.');
      if (user.oidc && isSameAccount(user.oidc, other.oidc))
        throw conflict('Another user is this account of the OpenID provider already.');
    }
    users.set(user.id, user);
  };
  return {
    get: async (id) => find(id),
    byEmail: async (email) => [...users.values()].find((user) => user.email === email) ?? null,
    byOidc: async (issuer, subject) =>
      [...users.values()].find(({ oidc }) => oidc?.issuer === issuer && oidc.subject === subject) ??
      null,
    insert: keep,
    update: (user) => keep({ ...user, createdAt: find(user.id).createdAt }),
    activeAdmins: async () =>
      [...users.values()]
        .filter(({ role, deactivatedAt }) => role === 'admin' && deactivatedAt === null)
        .filter(canSignIn)
        .map(({ id }) => id)
        .sort(),
    teamsOf: async (userId) => [...(memberships.get(userId) ?? [])].sort(),
    setTeamsOf: async (userId, teamIds) => {
      if (teamIds.some((id) => !teams.has(id))) throw invalid('team_ids', 'there is no such team');
      memberships.set(userId, [...new Set(teamIds)]);
    },
  };
}

function isSameAccount(a: NonNullable<UserRecord['oidc']>, b: UserRecord['oidc']): boolean {
  return a.issuer === b?.issuer && a.subject === b.subject;
}

export function makeTeamRepository(state: People): TeamRepository {
  const { teams, services, apiKeys, integrations, memberships } = state;
  const find = (id: string) => {
    const team = teams.get(id);
    if (!team) throw notFound(`There is no team ${id}.`);
    return team;
  };
  const keep: TeamRepository['insert'] = async (team) => {
    if (isTaken(teams, team)) throw conflict('Another team has this name already.');
    teams.set(team.id, team);
  };
  return {
    get: async (id) => find(id),
    idsByName: async (names) =>
      [...teams.values()]
        .filter(({ name }) => names.includes(name))
        .map(({ id }) => id)
        .sort(),
    insert: keep,
    update: (team) => keep({ ...team, createdAt: find(team.id).createdAt }),
    delete: async (id) => {
      find(id);
      const owned = (rows: ReadonlyMap<string, Named & { readonly teamId: string | null }>) =>
        [...rows.values()].filter(({ teamId }) => teamId === id).map(({ name }) => name);
      expectNothingLeft({
        services: owned(services),
        apiKeys: owned(apiKeys),
        integrations: owned(integrations),
      });
      teams.delete(id);
      for (const [userId, teamIds] of memberships)
        memberships.set(
          userId,
          teamIds.filter((teamId) => teamId !== id),
        );
    },
  };
}

export function makeServiceRepository({ services, teams }: People): ServiceRepository {
  const find = (id: string) => {
    const service = services.get(id);
    if (!service) throw notFound(`There is no service ${id}.`);
    return service;
  };
  const keep: ServiceRepository['insert'] = async (service) => {
    if (isTaken(services, service)) throw conflict('This service is there already.');
    expectTeam(teams, service.teamId);
    services.set(service.id, service);
  };
  return {
    get: async (id) => find(id),
    insert: keep,
    update: (service) => keep({ ...service, createdAt: find(service.id).createdAt }),
    delete: async (id) => {
      services.delete(find(id).id);
    },
  };
}

export function isTaken(rows: ReadonlyMap<string, Named>, { id, name }: Named): boolean {
  return [...rows.values()].some((other) => other.id !== id && other.name === name);
}

export function expectTeam(teams: ReadonlyMap<string, unknown>, teamId: string | null): void {
  if (teamId !== null && !teams.has(teamId)) throw invalid('team_id', 'there is no such team');
}
