/*
 * Hurts a running Klaxon and counts the pages that came: `npm run faults [-- names…] [--seed N] [--rounds N]`.
 * All scenarios one after the other take about an hour and want Linux; some want root or Debian's faketime.
 */
import { parseArgs } from 'node:util';
import { bodies } from './scenarios/bodies.ts';
import { clocks } from './scenarios/clocks.ts';
import { connectionsFull } from './scenarios/connections-full.ts';
import { diskFull } from './scenarios/disk-full.ts';
import { hanging } from './scenarios/hanging.ts';
import { restarts } from './scenarios/restarts.ts';
import { rolling } from './scenarios/rolling.ts';
import { seededRandom } from './stage/random.ts';
import type { RoundReport, Scenario } from './stage/scenario.ts';
import { faultsOf, HEADING, lineOf } from './stage/table.ts';

const SCENARIOS: Readonly<Record<string, Scenario>> = {
  restarts,
  hanging,
  clocks,
  'disk-full': diskFull,
  'connections-full': connectionsFull,
  rolling,
  bodies,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string', default: '1' }, rounds: { type: 'string' } },
});
const names = positionals.length > 0 ? positionals : Object.keys(SCENARIOS);

const stack = new AsyncDisposableStack();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.once(signal, async () => {
    console.log('Stopping …');
    await stack.disposeAsync();
    process.exit(130);
  });

const table: string[] = [];
const broken: string[] = [];
console.log(`seed ${values.seed}`);
try {
  for (const name of names) await runScenario(name);
} finally {
  await stack.disposeAsync();
}
console.log(['', HEADING, ...table, '', ...broken.map((fault) => `✗ ${fault}`)].join('\n'));
console.log(broken.length === 0 ? 'Nothing lost, nobody unpaged, nothing late.' : 'NOT SURVIVED');
process.exit(broken.length === 0 ? 0 : 1);

async function runScenario(name: string): Promise<void> {
  const scenario = SCENARIOS[name];
  if (!scenario) throw new Error(`No scenario "${name}": ${Object.keys(SCENARIOS).join(', ')}.`);
  const own = stack.use(new AsyncDisposableStack());
  const rounds = Number(values.rounds ?? scenario.rounds);
  let round = 0;
  const report = (result: RoundReport) => {
    round += 1;
    const line = lineOf(name, round, result);
    const faults = faultsOf(result, scenario);
    table.push(line);
    broken.push(...faults.map((fault) => `${name}, round ${round} (${result.fault}): ${fault}`));
    console.log([line, ...faults.map((fault) => `  ✗ ${fault}`)].join('\n'));
  };
  console.log(HEADING);
  await scenario.run({
    stack: own,
    rounds,
    randomOf: (index) => seededRandom(`${values.seed} ${name} ${index}`),
    report,
    say: (line) => console.log(`  ${name}: ${line}`),
  });
  await own.disposeAsync();
}
