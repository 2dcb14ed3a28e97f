import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { hurtUnderLoad, terminateWorkers } from './scenarios/restarts.ts';
import { type FaultStage, STAGE_STARTS_WITHIN_MS, startStage } from './stage/fault-stage.ts';
import { seededRandom } from './stage/random.ts';

const stack = new AsyncDisposableStack();
/** `npm run faults` holds the 15 s: here another program may have the machine. */
const RECOVERS_WITHIN_MS = 60_000;
let stage: FaultStage;

beforeAll(async () => {
  stage = await startStage(stack);
}, STAGE_STARTS_WITHIN_MS);

afterAll(() => stack.disposeAsync());

/** Klaxon goes on from one to the next, as it does in earnest. */
test.each<[string, Parameters<typeof hurtUnderLoad>[1]]>([
  ['a client’s process is killed', ({ postgres }, random) => postgres.killBackend(random)],
  ['it restarts fast', ({ postgres }) => postgres.restart('fast')],
  ['the worker’s connections are ended', terminateWorkers],
  ['a client’s process is killed again', ({ postgres }, random) => postgres.killBackend(random)],
  ['it restarts immediately', ({ postgres }) => postgres.restart('immediate')],
])(
  'while PostgreSQL takes 50 incidents a second and %s, each is paged',
  async (name, inflict) => {
    const random = seededRandom(name);
    const count = await hurtUnderLoad(stage, inflict, random, RECOVERS_WITHIN_MS);
    expect(count).toMatchObject({ accepted: 200, stored: 200, paged: 200, lost: 0, split: 0 });
  },
  120_000,
);
