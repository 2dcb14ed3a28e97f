import type {
  NamePage,
  PeopleQueries,
  ServiceRecord,
  TeamRecord,
  UserRecord,
} from '@klaxon/application';
import { canSignIn, notFound } from '@klaxon/domain';
import type { StoreState } from './state.ts';

type People = Pick<StoreState, 'users' | 'teams' | 'services' | 'memberships' | 'invitations'>;

/** Reads of what is committed at the time of the call. */
export function makePeopleQueries(committed: () => People): PeopleQueries {
  const userView = (record: UserRecord) => {
    const { passwordHash, passwordByKey: _, passwordEndedAt, oidc, ...user } = record;
    const { memberships, invitations } = committed();
    const invitation = [...invitations.values()].find(({ userId }) => userId === user.id);
    return {
      ...user,
      teamIds: [...(memberships.get(user.id) ?? [])].sort(),
      canSignIn: canSignIn({ passwordHash, passwordEndedAt, oidc }),
      invitationExpiresAt: invitation?.expiresAt ?? null,
    };
  };
  const teamView = (team: TeamRecord) => ({
    ...team,
    memberIds: [...committed().memberships]
      .flatMap(([userId, teamIds]) => (teamIds.includes(team.id) ? [userId] : []))
      .sort(),
  });
  const serviceView = (service: ServiceRecord) => ({
    ...service,
    teamName: (service.teamId && committed().teams.get(service.teamId)?.name) || null,
  });
  return {
    names: async (ids) =>
      new Map(
        [...committed().users.values()]
          .filter(({ id }) => ids.includes(id))
          .map(({ id, name }) => [id, name]),
      ),
    users: async ({ q, active, teamId }, page) => {
      const found = [...committed().users.values()]
        .map(userView)
        .filter(({ name, email }) => q === undefined || holds(name, q) || holds(email, q))
        .filter((one) => active === undefined || active === (one.deactivatedAt === null))
        .filter(({ teamIds }) => teamId === undefined || teamIds.includes(teamId));
      return pageOf(found, page);
    },
    user: async (id) => userView(existing(committed().users, 'user', id)),
    teams: async () => [...committed().teams.values()].map(teamView).sort(byName),
    team: async (id) => teamView(existing(committed().teams, 'team', id)),
    services: async ({ q, teamId }, page) => {
      const found = [...committed().services.values()]
        .filter(({ name }) => q === undefined || holds(name, q))
        .filter((one) => teamId === undefined || one.teamId === teamId)
        .map(serviceView);
      return pageOf(found, page);
    },
    service: async (id) => serviceView(existing(committed().services, 'service', id)),
  };
}

interface Named {
  readonly id: string;
  readonly name: string;
}

function existing<T>(rows: ReadonlyMap<string, T>, noun: string, id: string): T {
  const row = rows.get(id);
  if (!row) throw notFound(`There is no ${noun} ${id}.`);
  return row;
}

function holds(text: string, part: string): boolean {
  return text.toLowerCase().includes(part.toLowerCase());
}

function byName(a: Named, b: Named): number {
  return a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1);
}

function pageOf<T extends Named>(found: readonly T[], { limit, offset }: NamePage) {
  const items = [...found].sort(byName).slice(offset, offset + limit);
  return { items, total: found.length };
}
