import { execute } from './database.ts';

export default async function globalTeardown(): Promise<void> {
  if (globalThis.klaxonTestServer === undefined) return;
  const { server, template } = globalThis.klaxonTestServer;
  await execute(server.url, `DROP DATABASE IF EXISTS ${template} WITH (FORCE)`);
  await server.stop();
}
