import { countPages, milliseconds, quantile } from '../stage/count-pages.ts';
import { startStage } from '../stage/fault-stage.ts';
import {
  addHangingChannels,
  KINDS,
  type Kind,
  startSilentApis,
  uncalledKinds,
} from '../stage/hanging-destinations.ts';
import type { RoundReport, Scenario } from '../stage/scenario.ts';

const PACE = { perSecond: 2, seconds: 25 };
const GIVEN_UP_AFTER_MS = 60_000;
/** How many times its quiet p95 a healthy channel may take. */
const RATIO = 2;
/** Below it a ratio says nothing but how busy the machine is. */
const NOISE_MS = 100;

const MIXES: readonly (readonly [string, readonly Kind[]])[] = [
  ['of all kinds', KINDS],
  ...KINDS.map((kind): [string, readonly Kind[]] => [kind, [kind]]),
];
const ROUNDS = MIXES.flatMap(([name, kinds]) =>
  [3, 20, 200].map((count) => ({ name, kinds, count })),
);

/** Destinations that take a connection and never answer, beside one that works. */
export const hanging: Scenario = {
  rounds: ROUNDS.length,
  withinSeconds: 5,
  async run({ stack, rounds, report, say }) {
    for (const round of ROUNDS.slice(0, rounds)) {
      const own = stack.use(new AsyncDisposableStack());
      report(await besideHanging(own, round, say));
      await own.disposeAsync();
    }
  },
};

async function besideHanging(
  stack: AsyncDisposableStack,
  { name, kinds, count }: (typeof ROUNDS)[number],
  say: (line: string) => void,
): Promise<RoundReport> {
  const apis = await startSilentApis(stack);
  const stage = await startStage(stack, { env: apis.env });
  const measured = () =>
    countPages(stage, stage.send(PACE), { since: 0, withinMs: GIVEN_UP_AFTER_MS });
  const quiet = quantile((await measured()).latencies, 0.95);
  say(`without hanging destinations: p95 ${milliseconds(quiet)} ms`);

  const destinations = await addHangingChannels(stack, stage, apis, kinds, count);
  const result = await measured();
  const p95 = quantile(result.latencies, 0.95);
  const ratio = p95 / quiet;
  const uncalled = uncalledKinds(destinations);
  return {
    fault: `${count} hang: ${name}`,
    count: result,
    notes: `p99 ${milliseconds(quantile(result.latencies, 0.99))} ms; quiet p95 ${milliseconds(quiet)} ms: ${ratio.toFixed(1)} times`,
    faults: [
      ...(p95 > Math.max(quiet * RATIO, NOISE_MS)
        ? [`the healthy channel’s p95 is ${ratio.toFixed(1)} times the quiet one`]
        : []),
      ...uncalled.map((kind) => `no hanging destination of the kind ${kind} was called`),
    ],
  };
}
