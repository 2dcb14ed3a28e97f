// Generates the Prisma client from prisma/schema.prisma, when either of the two changed.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail, hashFiles, isStamped, root, run, stamp, toolEnvironment } from './bootstrap.mjs';

const output = join(root, 'packages/adapters/src/prisma/generated/client.ts');
const prisma = join(root, 'node_modules/prisma');
const { version } = JSON.parse(readFileSync(join(prisma, 'package.json'), 'utf8'));
const wanted = `${hashFiles(['prisma/schema.prisma'])} ${version}`;

if (!isStamped('generate', wanted) || !existsSync(output)) {
  console.log('Generating the database client …');
  const code = await run(process.execPath, [join(prisma, 'build/index.js'), 'generate'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: toolEnvironment({
      // `generate` never runs the schema engine, yet downloads it unless it is told of one.
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
    }),
  });
  if (code !== 0) fail('prisma generate failed; the lines above say why.');
  stamp('generate', wanted);
}
