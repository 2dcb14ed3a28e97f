import type {
  AccessQueries,
  LiveSession,
  SessionQueries,
  SessionRecord,
} from '@klaxon/application';
import { canSignIn, notFound } from '@klaxon/domain';
import { sameBytes } from './sessions.ts';
import type { StoreState } from './state.ts';

/** Reads of what is committed at the time of the call. */
export function makeAccessQueries(committed: () => StoreState): AccessQueries & SessionQueries {
  const live = (session: SessionRecord | undefined): LiveSession | null => {
    const { users, memberships } = committed();
    const user = session && users.get(session.userId);
    if (!session || !user) return null;
    const { id, email, name, role, deactivatedAt } = user;
    const teamIds = [...(memberships.get(id) ?? [])];
    const { kind, lastSeenAt, expiresAt } = session;
    const owner = { id, email, name, role, teamIds, deactivatedAt };
    return { id: session.id, kind, lastSeenAt, expiresAt, user: owner };
  };
  const ownerOf = (incidentId: string) => {
    const incident = committed().incidents.get(incidentId);
    if (!incident) throw notFound(`There is no incident ${incidentId}.`);
    return ownerOfService(incident.labels['service']);
  };
  const ownerOfService = (name: string | undefined) => {
    const service = [...committed().services.values()].find((one) => one.name === name);
    return { teamId: service?.teamId ?? null };
  };
  return {
    sessionByTokenHash: async (hash) =>
      live(
        [...committed().sessions.values()].find(
          (one) => one.tokenHash && sameBytes(one.tokenHash, hash),
        ),
      ),
    sessionById: async (id) => live(committed().sessions.get(id)),
    apiKey: async (hash) => {
      const key = [...committed().apiKeys.values()].find((one) => sameBytes(one.secretHash, hash));
      if (!key) return null;
      const { id, name, scopes, teamId, expiresAt, lastUsedAt } = key;
      return { kind: 'api-key', id, name, scopes, teamId, keyId: id, expiresAt, lastUsedAt };
    },
    integrationKey: async (hash) => {
      const { integrations, integrationKeys } = committed();
      const key = [...integrationKeys.values()].find((one) => sameBytes(one.secretHash, hash));
      const integration = key && integrations.get(key.integrationId);
      if (!key || !integration) return null;
      const { id, name, service, teamId } = integration;
      const { expiresAt, lastUsedAt } = key;
      return {
        kind: 'integration',
        id,
        name,
        service,
        teamId,
        keyId: key.id,
        expiresAt,
        lastUsedAt,
      };
    },
    standing: async (sessionIds, apiKeyIds) => ({
      sessions: sessionIds.flatMap((id) => {
        const session = live(committed().sessions.get(id));
        if (!session) return [];
        const { lastSeenAt, expiresAt, user } = session;
        const isActive = user.deactivatedAt === null;
        return { id, lastSeenAt, expiresAt, role: user.role, isActive };
      }),
      apiKeys: apiKeyIds.flatMap((id) => {
        const key = committed().apiKeys.get(id);
        return key ? { id, expiresAt: key.expiresAt } : [];
      }),
    }),
    touchSession: async (id, at) => touch(committed().sessions, id, { lastSeenAt: at }),
    touchApiKey: async (id, at) => touch(committed().apiKeys, id, { lastUsedAt: at }),
    touchIntegrationKey: async (id, at) =>
      touch(committed().integrationKeys, id, { lastUsedAt: at }),
    hasAdmin: async (now) => {
      const { users, invitations } = committed();
      return [...users.values()].some(
        (user) =>
          user.role === 'admin' &&
          user.deactivatedAt === null &&
          (canSignIn(user) ||
            [...invitations.values()].some((one) => one.userId === user.id && one.expiresAt > now)),
      );
    },
    ownerOfIncident: async (id) => ownerOf(id),
    ownerOfNotification: async (id) => {
      const delivery = committed().deliveries.get(id);
      if (!delivery) throw notFound(`There is no notification ${id}.`);
      return ownerOf(delivery.incidentId);
    },
    ownerOfService: async (name) => ownerOfService(name),
    sessionsOf: async (userId) =>
      [...committed().sessions.values()]
        .filter((session) => session.userId === userId)
        .sort((a, b) => b.lastSeenAt - a.lastSeenAt),
  };
}

function touch<T extends object>(rows: Map<string, T>, id: string, change: Partial<T>): void {
  const row = rows.get(id);
  if (row) rows.set(id, { ...row, ...change });
}
