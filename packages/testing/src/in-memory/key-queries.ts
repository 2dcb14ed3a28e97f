import type { IntegrationRecord, IntegrationView, KeyQueries } from '@klaxon/application';
import { notFound } from '@klaxon/domain';
import type { StoreState } from './state.ts';

type Keys = Pick<StoreState, 'apiKeys' | 'integrations' | 'integrationKeys'>;

/** Reads of what is committed at the time of the call. */
export function makeKeyQueries(committed: () => Keys): KeyQueries {
  const view = (integration: IntegrationRecord): IntegrationView => ({
    ...integration,
    keys: [...committed().integrationKeys.values()]
      .filter((key) => key.integrationId === integration.id)
      .sort((a, b) => b.createdAt - a.createdAt)
      .map(({ secretHash, integrationId, ...key }) => key),
  });
  return {
    apiKeys: async () =>
      [...committed().apiKeys.values()].map(({ secretHash, ...key }) => key).sort(byName),
    integrations: async () => [...committed().integrations.values()].map(view).sort(byName),
    integration: async (id) => {
      const integration = committed().integrations.get(id);
      if (!integration) throw notFound(`There is no integration ${id}.`);
      return view(integration);
    },
  };
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : 1;
}
