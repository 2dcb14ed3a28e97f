import type { AccessQueries, LiveSession, StandingSession } from '@klaxon/application';
import { isAction, notFound, type Role } from '@klaxon/domain';
import { withRetries } from '../database/database-errors.ts';
import type { Prisma, PrismaClient } from './generated/client.ts';

const WITH_USER = {
  user: { include: { memberships: { select: { teamId: true } } } },
} as const satisfies Prisma.SessionInclude;
type SessionRow = Prisma.SessionGetPayload<{ include: typeof WITH_USER }>;

interface OwnerRow {
  readonly team_id: string | null;
}

interface StandingRow {
  readonly id: string;
  /** Null for an API key. */
  readonly role: Role | null;
  readonly last_seen_at: Date | null;
  readonly expires_at: Date | null;
  readonly is_active: boolean;
}

export function prismaAccessQueries(prisma: PrismaClient): AccessQueries {
  const session = (where: Prisma.SessionWhereUniqueInput) =>
    withRetries(async () => {
      const row = await prisma.session.findUnique({ where, include: WITH_USER });
      return row && sessionFrom(row);
    });

  return {
    sessionByTokenHash: (tokenHash) => session({ tokenHash: Uint8Array.from(tokenHash) }),
    sessionById: (id) => session({ id }),

    apiKey: (secretHash) =>
      withRetries(async () => {
        const where = { secretHash: Uint8Array.from(secretHash) };
        const row = await prisma.apiKey.findUnique({ where });
        if (!row) return null;
        const { id, name, teamId } = row;
        const scopes = row.scopes.filter(isAction);
        return { kind: 'api-key', id, name, scopes, teamId, keyId: id, ...times(row) };
      }),

    integrationKey: (secretHash) =>
      withRetries(async () => {
        const where = { secretHash: Uint8Array.from(secretHash) };
        const include = { integration: true };
        const row = await prisma.integrationKey.findUnique({ where, include });
        if (!row) return null;
        const { id, name, service, teamId } = row.integration;
        return { kind: 'integration', id, name, service, teamId, keyId: row.id, ...times(row) };
      }),

    standing: (sessionIds, apiKeyIds) =>
      withRetries(async () => {
        const rows = await prisma.$queryRaw<StandingRow[]>`
          SELECT s.id, u.role, s.last_seen_at, s.expires_at, u.deactivated_at IS NULL AS is_active
          FROM sessions s JOIN users u ON u.id = s.user_id WHERE s.id = ANY(${[...sessionIds]}::uuid[])
          UNION ALL
          SELECT k.id, NULL, NULL, k.expires_at, true FROM api_keys k
          WHERE k.id = ANY(${[...apiKeyIds]}::uuid[])`;
        return {
          sessions: rows.flatMap((row) => standingSessionFrom(row) ?? []),
          apiKeys: rows
            .filter(({ role }) => role === null)
            .map(({ id, expires_at: at }) => ({ id, expiresAt: at?.getTime() ?? null })),
        };
      }),

    async touchSession(id, at) {
      await prisma.session.updateMany({ where: { id }, data: { lastSeenAt: new Date(at) } });
    },
    async touchApiKey(id, at) {
      await prisma.apiKey.updateMany({ where: { id }, data: { lastUsedAt: new Date(at) } });
    },
    async touchIntegrationKey(id, at) {
      await prisma.integrationKey.updateMany({ where: { id }, data: { lastUsedAt: new Date(at) } });
    },

    async hasAdmin(now) {
      const count = await withRetries(() =>
        prisma.user.count({
          where: {
            role: 'admin',
            deactivatedAt: null,
            OR: [
              { passwordHash: { not: null }, passwordEndedAt: null },
              { oidcSubject: { not: null } },
              { invitation: { expiresAt: { gt: new Date(now) } } },
            ],
          },
        }),
      );
      return count > 0;
    },

    async ownerOfIncident(incidentId) {
      const [owner] = await withRetries(
        () => prisma.$queryRaw<OwnerRow[]>`
          SELECT s.team_id FROM incidents i LEFT JOIN services s ON s.name = i.labels ->> 'service'
          WHERE i.id = ${incidentId}::uuid`,
      );
      if (!owner) throw notFound(`There is no incident ${incidentId}.`);
      return { teamId: owner.team_id };
    },

    async ownerOfNotification(notificationId) {
      const [owner] = await withRetries(
        () => prisma.$queryRaw<OwnerRow[]>`
          SELECT s.team_id FROM notification_deliveries d JOIN incidents i ON i.id = d.incident_id
          LEFT JOIN services s ON s.name = i.labels ->> 'service'
          WHERE d.id = ${notificationId}::uuid`,
      );
      if (!owner) throw notFound(`There is no notification ${notificationId}.`);
      return { teamId: owner.team_id };
    },

    async ownerOfService(name) {
      const service = await withRetries(() =>
        prisma.service.findUnique({ where: { name }, select: { teamId: true } }),
      );
      return { teamId: service?.teamId ?? null };
    },
  };
}

function sessionFrom({ user, ...row }: SessionRow): LiveSession {
  return {
    id: row.id,
    kind: row.kind === 'token' ? 'token' : 'browser',
    lastSeenAt: row.lastSeenAt.getTime(),
    expiresAt: row.expiresAt.getTime(),
    user: {
      id: user.id,
      email: user.email,
      name: user.name,
      role: user.role,
      teamIds: user.memberships.map(({ teamId }) => teamId),
      deactivatedAt: user.deactivatedAt?.getTime() ?? null,
    },
  };
}

function standingSessionFrom(row: StandingRow): StandingSession | null {
  const { id, role, last_seen_at: seen, expires_at: expires, is_active: isActive } = row;
  if (role === null || seen === null || expires === null) return null;
  return { id, role, lastSeenAt: seen.getTime(), expiresAt: expires.getTime(), isActive };
}

function times(row: { readonly expiresAt: Date | null; readonly lastUsedAt: Date | null }) {
  return {
    expiresAt: row.expiresAt?.getTime() ?? null,
    lastUsedAt: row.lastUsedAt?.getTime() ?? null,
  };
}
