import type { PeopleQueries, ServiceView, TeamView, UserView } from '@klaxon/application';
import { canSignIn, type DomainError, isUuid, notFound } from '@klaxon/domain';
import { withRetries } from '../database/database-errors.ts';
import type { Prisma, PrismaClient } from './generated/client.ts';
import { serviceFrom } from './prisma-service-repository.ts';
import { teamFrom } from './prisma-team-repository.ts';
import { userFrom } from './user-mapper.ts';

const BY_NAME = [{ name: 'asc' as const }, { id: 'asc' as const }];
const USER = {
  memberships: { select: { teamId: true }, orderBy: { teamId: 'asc' } },
  invitation: { select: { expiresAt: true } },
} as const satisfies Prisma.UserInclude;
const TEAM = {
  members: { select: { userId: true }, orderBy: { userId: 'asc' } },
} as const satisfies Prisma.TeamInclude;
const SERVICE = { team: { select: { name: true } } } as const satisfies Prisma.ServiceInclude;

export function prismaPeopleQueries(prisma: PrismaClient): PeopleQueries {
  return {
    users: ({ q, active, teamId }, { limit, offset }) =>
      withRetries(async () => {
        const where = {
          ...(q !== undefined && { OR: [{ name: holding(q) }, { email: holding(q) }] }),
          ...(active !== undefined && { deactivatedAt: active ? null : { not: null } }),
          ...(teamId !== undefined && { memberships: { some: { teamId } } }),
        };
        const page = { where, include: USER, orderBy: BY_NAME, take: limit, skip: offset };
        const [rows, total] = await Promise.all([
          prisma.user.findMany(page),
          prisma.user.count({ where }),
        ]);
        return { items: rows.map(userView), total };
      }),

    user: (id) =>
      withRetries(async () => {
        const row = await prisma.user.findUnique({ where: { id }, include: USER });
        if (!row) throw no('user', id);
        return userView(row);
      }),

    names: (given) =>
      withRetries(async () => {
        const ids = given.flatMap((id) => (id !== null && isUuid(id) ? [id] : []));
        if (ids.length === 0) return new Map();
        const where = { id: { in: [...new Set(ids)] } };
        const rows = await prisma.user.findMany({ where, select: { id: true, name: true } });
        return new Map(rows.map(({ id, name }) => [id, name]));
      }),

    teams: () =>
      withRetries(async () =>
        (await prisma.team.findMany({ include: TEAM, orderBy: BY_NAME })).map(teamView),
      ),

    team: (id) =>
      withRetries(async () => {
        const row = await prisma.team.findUnique({ where: { id }, include: TEAM });
        if (!row) throw no('team', id);
        return teamView(row);
      }),

    services: ({ q, teamId }, { limit, offset }) =>
      withRetries(async () => {
        const where = {
          ...(q !== undefined && { name: holding(q) }),
          ...(teamId !== undefined && { teamId }),
        };
        const page = { where, include: SERVICE, orderBy: BY_NAME, take: limit, skip: offset };
        const [rows, total] = await Promise.all([
          prisma.service.findMany(page),
          prisma.service.count({ where }),
        ]);
        return { items: rows.map(serviceView), total };
      }),

    service: (id) =>
      withRetries(async () => {
        const row = await prisma.service.findUnique({ where: { id }, include: SERVICE });
        if (!row) throw no('service', id);
        return serviceView(row);
      }),
  };
}

/** Prisma leaves the signs of LIKE as they are: they are to match themselves. */
function holding(text: string) {
  return { contains: text.replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' as const };
}

function userView(row: Prisma.UserGetPayload<{ include: typeof USER }>): UserView {
  const { passwordHash, passwordByKey: _, passwordEndedAt, oidc, ...user } = userFrom(row);
  return {
    ...user,
    teamIds: row.memberships.map(({ teamId }) => teamId),
    canSignIn: canSignIn({ passwordHash, passwordEndedAt, oidc }),
    invitationExpiresAt: row.invitation?.expiresAt.getTime() ?? null,
  };
}

function teamView(row: Prisma.TeamGetPayload<{ include: typeof TEAM }>): TeamView {
  return { ...teamFrom(row), memberIds: row.members.map(({ userId }) => userId) };
}

function serviceView(row: Prisma.ServiceGetPayload<{ include: typeof SERVICE }>): ServiceView {
  return { ...serviceFrom(row), teamName: row.team?.name ?? null };
}

function no(noun: string, id: string): DomainError {
  return notFound(`There is no ${noun} ${id}.`);
}
