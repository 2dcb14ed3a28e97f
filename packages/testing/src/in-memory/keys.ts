import type { ApiKeyRepository, IntegrationRepository } from '@klaxon/application';
import { conflict, notFound } from '@klaxon/domain';
import { expectTeam, isTaken } from './people.ts';
import type { StoreState } from './state.ts';

type Keys = Pick<StoreState, 'apiKeys' | 'integrations' | 'integrationKeys' | 'teams'>;

export function makeApiKeyRepository({ apiKeys, teams }: Keys): ApiKeyRepository {
  const find = (id: string) => {
    const key = apiKeys.get(id);
    if (!key) throw notFound(`There is no API key ${id}.`);
    return key;
  };
  return {
    get: async (id) => find(id),
    insert: async (key) => {
      if (isTaken(apiKeys, key)) throw conflict('Another API key has this name already.');
      expectTeam(teams, key.teamId);
      apiKeys.set(key.id, key);
    },
    delete: async (id) => {
      apiKeys.delete(find(id).id);
    },
  };
}

export function makeIntegrationRepository(state: Keys): IntegrationRepository {
  const { integrations, integrationKeys, teams } = state;
  const find = (id: string) => {
    const integration = integrations.get(id);
    if (!integration) throw notFound(`There is no integration ${id}.`);
    return integration;
  };
  const keep: IntegrationRepository['insert'] = async (integration) => {
    if (isTaken(integrations, integration))
      throw conflict('Another integration has this name already.');
    expectTeam(teams, integration.teamId);
    integrations.set(integration.id, integration);
  };
  const keysOf = (integrationId: string) =>
    [...integrationKeys.values()].filter((key) => key.integrationId === integrationId);
  return {
    get: async (id) => find(id),
    insert: keep,
    update: (integration) => keep({ ...integration, createdAt: find(integration.id).createdAt }),
    delete: async (id) => {
      integrations.delete(find(id).id);
      for (const key of keysOf(id)) integrationKeys.delete(key.id);
    },
    addKey: async (key) => {
      integrationKeys.set(find(key.integrationId) && key.id, key);
    },
    expireKeys: async (integrationId, at) => {
      for (const key of keysOf(integrationId))
        if (key.expiresAt === null || key.expiresAt > at)
          integrationKeys.set(key.id, { ...key, expiresAt: at });
    },
  };
}
