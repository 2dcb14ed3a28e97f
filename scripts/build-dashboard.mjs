// Builds the dashboard into apps/dashboard/dist, when anything that it is made of changed.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fail, hashFiles, isStamped, root, run, stamp, toolEnvironment } from './bootstrap.mjs';

const dashboard = join(root, 'apps/dashboard');
const sources = [
  'pnpm-lock.yaml',
  'tsconfig.base.json',
  'packages/sdk/src/client.ts',
  ...['index.html', 'tsconfig.json', 'vite.config.ts'].map((name) => `apps/dashboard/${name}`),
  ...['src', 'public'].flatMap((folder) =>
    readdirSync(join(dashboard, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
      .map(({ parentPath, name }) => join(parentPath, name).slice(root.length))
      .sort(),
  ),
];
const wanted = hashFiles(sources);

if (!isStamped('dashboard', wanted) || !existsSync(join(dashboard, 'dist/index.html'))) {
  console.log('Building the dashboard …');
  const vite = join(dashboard, 'node_modules/vite/bin/vite.js');
  const code = await run(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: dashboard,
    env: toolEnvironment({ NODE_ENV: 'production' }),
  });
  if (code !== 0) fail('The dashboard was not built; the lines above say why.');
  stamp('dashboard', wanted);
}
