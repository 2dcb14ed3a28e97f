// The API document and the SDK's types as they should stand in packages/sdk, made from the routes
// themselves: no database, no server.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildApp } from '../apps/server/src/http/app.ts';
import { sdkTypes } from '../packages/sdk/generate.mjs';
import { root } from './bootstrap.mjs';

export const openapiPath = 'packages/sdk/openapi.json';

/** Paths in the tree to the text that belongs there. */
export async function generatedFiles() {
  const document = await openapiDocument();
  return new Map([
    [openapiPath, document],
    ['packages/sdk/src/schema.ts', await sdkTypes(document)],
  ]);
}

async function openapiDocument() {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  // No request is ever made, so no use case is needed.
  const nouns = ['access', 'audit', 'chats', 'incidents', 'notifications', 'people', 'signIn'];
  const useCases = {
    ...Object.fromEntries(nouns.map((noun) => [noun, {}])),
    liveEvents: { close: async () => {} },
    alerts: { sources: {} },
  };
  const app = await buildApp(useCases, {
    logger: false,
    version,
    publicUrl: null,
    localOnly: false,
    signIn: 'sign-in',
    rateLimits: { perMinute: 0, redis: null },
    trustProxy: false,
    newRequestId: () => '',
  });
  const document = app.swagger();
  await app.close();
  return `${JSON.stringify(document, null, 2)}\n`;
}
