import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { hurtUnderLoad, pause } from './scenarios/restarts.ts';
import { type FaultStage, STAGE_STARTS_WITHIN_MS, startStage } from './stage/fault-stage.ts';
import { seededRandom } from './stage/random.ts';

const stack = new AsyncDisposableStack();
let stage: FaultStage;

beforeAll(async () => {
  stage = await startStage(stack);
}, STAGE_STARTS_WITHIN_MS);

afterAll(() => stack.disposeAsync());

/**
 * Klaxon waits for an answer for 12 s (a statement's 10 s and 2 s of grace). After that it takes its
 * question for failed, and PostgreSQL, once it goes on, carries it out nevertheless.
 */
const PAUSE_MS = 16_000;
/** `npm run faults` holds the 15 s: here another program may have the machine. */
const RECOVERS_WITHIN_MS = 60_000;

test('what PostgreSQL did after Klaxon gave up on it keeps no page back', async () => {
  const inflict = () => pause(stage, PAUSE_MS);
  const count = await hurtUnderLoad(stage, inflict, seededRandom('pause'), RECOVERS_WITHIN_MS);
  expect(count).toMatchObject({ accepted: 200, stored: 200, paged: 200, lost: 0, split: 0 });
}, 150_000);
