// Checks who imports whom, and that the check itself still sees: on the fixture every rule must fail.
import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cruise, format } from 'dependency-cruiser';
import config from '../.dependency-cruiser.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const fixture = join(root, 'tests/fixtures/boundaries');

/**
 * What only one place may do: elsewhere it would hide time, chance or configuration from the tests.
 * The dashboard is exempt: its tests move the clock of their browser.
 */
const reserved = [
  {
    pattern: /\bprocess\.env\b/,
    home: 'apps/server/src/config/env.ts',
    instead: 'add the name there',
  },
  {
    pattern: /\bnew Date\(\)|\bDate\.now\(|\brandomUUID\b|\bMath\.random\(/,
    home: 'packages/adapters/src/system/',
    instead: 'take the Clock or Ids port',
  },
];

async function violations(baseDir) {
  const { output } = await cruise(['apps', 'packages'], {
    ...config.options,
    baseDir,
    validate: true,
    ruleSet: { forbidden: config.forbidden },
  });
  return output;
}

async function misplaced() {
  const found = [];
  for await (const file of glob('{apps/server,packages/*}/src/**/*.ts', { cwd: root })) {
    if (file.includes('/generated/') || file.endsWith('.test.ts')) continue;
    const text = readFileSync(join(root, file), 'utf8');
    for (const { pattern, home, instead } of reserved)
      if (!file.startsWith(home) && pattern.test(text))
        found.push(`${file}: ${pattern.exec(text)?.[0]} belongs in ${home}; ${instead}`);
  }
  return found;
}

const seen = new Set((await violations(fixture)).summary.violations.map(({ rule }) => rule.name));
const blind = config.forbidden.map(({ name }) => name).filter((name) => !seen.has(name));
const tree = await violations(root);
const strays = await misplaced();

if (blind.length > 0)
  console.error(`These rules did not see the fixture break them: ${blind.join(', ')}`);
if (tree.summary.error > 0) console.error((await format(tree, { outputType: 'err-long' })).output);
for (const stray of strays) console.error(stray);
console.log(
  `boundaries: ${tree.summary.totalCruised} modules, ${tree.summary.error + strays.length} violations`,
);
process.exitCode = blind.length + tree.summary.error + strays.length > 0 ? 1 : 0;
