import { prepareDatabase } from '@klaxon/adapters';
import { execute, withDatabase } from './database.ts';
import { randomName, startTestServer, type TestServer } from './test-server.ts';

declare global {
  var klaxonTestServer: { server: TestServer; template: string } | undefined;
}

/** Starts the server that all test files share and migrates the template they clone. */
export default async function globalSetup(): Promise<void> {
  const server = await startTestServer(process.env.TEST_DATABASE ?? 'embedded');
  const template = randomName();
  globalThis.klaxonTestServer = { server, template };
  await execute(server.url, `CREATE DATABASE ${template}`);
  await prepareDatabase(withDatabase(server.url, template));
  process.env.KLAXON_TEST_SERVER = server.url;
  process.env.KLAXON_TEST_TEMPLATE = template;
}
