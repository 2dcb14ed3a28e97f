// npm test: every check in order, then the tests. `npm test -- <jest arguments>` runs Jest alone.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { bootstrap, root, run, toolEnvironment } from './bootstrap.mjs';

const jestArguments = process.argv.slice(2);
const report = join(root, 'node_modules', '.klaxon', 'jest.json');

const node = await bootstrap();
const tool = (name) => join(root, 'node_modules', '.bin', name);
const env = toolEnvironment();
const jestEnv = { ...env, NODE_OPTIONS: '--experimental-vm-modules --no-warnings' };
const checks = [
  ['Types', tool('tsc'), ['--noEmit', '-p', 'tsconfig.json']],
  ['Types of the dashboard', tool('tsc'), ['--noEmit', '-p', 'apps/dashboard']],
  ['Lint and format', tool('biome'), ['check', '--error-on-warnings', '.']],
  ['Boundaries', node, ['scripts/check-boundaries.mjs']],
  ['Dead code', tool('knip'), []],
  ['Generated files are up to date', node, ['scripts/check-generated.mjs']],
];

const failed = [];
for (const [title, command, args] of jestArguments.length > 0 ? [] : checks) {
  if ((await step(title, command, args, env)) !== 0) failed.push(title);
}

// Tests that kill processes say within what time others take over: they have the machine to themselves.
const FAULTS = 'tests/faults';
const jestRuns =
  jestArguments.length > 0
    ? [['Tests', jestArguments]]
    : [
        [
          'Tests',
          [`--testPathIgnorePatterns=/${FAULTS}/`, '--testPathIgnorePatterns=/node_modules/'],
        ],
        ['Tests of killed processes', ['--runInBand', FAULTS]],
      ];
const totals = { passed: 0, failed: 0, skipped: 0 };
for (const [title, args] of jestRuns) {
  rmSync(report, { force: true });
  const jest = [...args, '--json', `--outputFile=${report}`];
  if ((await step(title, tool('jest'), jest, jestEnv)) !== 0) failed.push(title);
  for (const [name, count] of Object.entries(readTotals())) totals[name] += count;
}

console.log('');
if (failed.length > 0) console.log(`Failed: ${failed.join(', ')}`);
console.log(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exit(failed.length > 0 || totals.failed > 0 ? 1 : 0);

function step(title, command, args, env) {
  console.log(`\n=== ${title} ===`);
  return run(command, args, { env, shell: process.platform === 'win32' });
}

// A test file that does not even load has no tests to count: it is a failure of its own.
function readTotals() {
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
  const result = JSON.parse(readFileSync(report, 'utf8'));
  return {
    passed: result.numPassedTests,
    failed: result.numFailedTests + result.numRuntimeErrorTestSuites,
    skipped: result.numPendingTests + result.numTodoTests,
  };
}
