export { createKlaxonClient, type KlaxonClient, type KlaxonClientOptions } from './client.ts';
export type { components, operations, paths } from './schema.ts';
