import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { probeDuring } from '../health-probe.ts';
import { countPages } from '../stage/count-pages.ts';
import { type FaultStage, startStage } from '../stage/fault-stage.ts';
import { pick, type Random } from '../stage/random.ts';
import type { Scenario } from '../stage/scenario.ts';

const PACE = { perSecond: 10, seconds: 15 };
const GIVEN_UP_AFTER_MS = 75_000;
/** The longest that others may wait for one sender. */
const STALL_MS = 250;
const MIB = 1024 * 1024;
const MUTATIONS = 2_000;
const CAPTURES = join(import.meta.dirname, '../../captures/alertmanager');
const SCRAPS = ['null', '[]', '{}', '0', '-1e999', '"', '\\u0000', '\ud800', '{"toString":1}', ','];

/** Sends bodies, and answers the statuses they got; null where the connection broke. */
type Send = (post: Post, random: Random) => Promise<readonly (number | null)[]>;
type Post = (body: string) => Promise<number | null>;

const one =
  (body: () => string): Send =>
  async (post) => [await post(body())];

const BODIES: readonly (readonly [string, Send])[] = [
  ['1 MiB of zeros', one(() => zeros(MIB))],
  ['4 MiB of zeros', one(() => zeros(4 * MIB))],
  ['30 MiB of zeros', one(() => zeros(30 * MIB))],
  ['a label of 50 MiB', one(() => oneAlert({ big: 'x'.repeat(50 * MIB) }))],
  ['a million labels', one(() => oneAlert(manyLabels(1_000_000)))],
  ['2,000 mutated captures', mutated],
];

/** Bodies that nobody should send, beside a sender of good ones. */
export const bodies: Scenario = {
  rounds: BODIES.length,
  withinSeconds: 15,
  async run({ stack, rounds, randomOf, report }) {
    const stage = await startStage(stack);
    for (const [round, [fault, send]] of BODIES.slice(0, rounds).entries()) {
      const endings = stage.endings();
      const load = stage.send(PACE);
      await delay(2_000);
      const { result: answers, stalls } = await probeDuring(stage.urls[0] ?? '', () =>
        send((body) => post(stage, body), randomOf(round)),
      );
      const count = await countPages(stage, load, {
        since: performance.now(),
        withinMs: GIVEN_UP_AFTER_MS,
      });
      const ended = stage.endings() - endings;
      const bad = answers.filter((status) => status === null || status === 500).length;
      const statuses = [...new Set(answers)].map((status) => status ?? 'none');
      report({
        fault,
        count,
        notes: `answered ${statuses.join(', ')}; others waited ${stalls.longest.toFixed(0)} ms at the most`,
        faults: [
          ...(ended > 0 ? [`${ended} processes ended`] : []),
          ...(stalls.longest > STALL_MS ? ['others waited too long'] : []),
          ...(bad > 0 ? [`${bad} bodies were answered 500 or not at all`] : []),
        ],
      });
    }
  },
};

async function post({ urls, klaxon }: FaultStage, body: string): Promise<number | null> {
  try {
    const answer = await fetch(`${urls[0]}/api/webhooks/alertmanager`, {
      method: 'POST',
      headers: { ...klaxon.admin.headers, 'content-type': 'application/json' },
      body,
    });
    await answer.arrayBuffer();
    return answer.status;
  } catch {
    return null;
  }
}

/** What real Alertmanagers sent, with a few places cut out, doubled or overwritten. */
async function mutated(post: Post, random: Random): Promise<readonly (number | null)[]> {
  const captures = readdirSync(CAPTURES).map((name) => readFileSync(join(CAPTURES, name), 'utf8'));
  const answers: (number | null)[] = [];
  for (let n = 0; n < MUTATIONS; n += 1) {
    let body = pick(random, captures);
    for (let change = 0; change < 1 + random() * 4; change += 1) {
      const at = Math.floor(random() * body.length);
      const to = at + Math.floor(random() * 20);
      const instead = pick(random, ['', body.slice(at, to).repeat(2), ...SCRAPS]);
      body = body.slice(0, at) + instead + body.slice(to);
    }
    answers.push(await post(body));
  }
  return answers;
}

function zeros(bytes: number): string {
  return `{"alerts":[${'0,'.repeat(bytes / 2)}0]}`;
}

function oneAlert(labels: Readonly<Record<string, string>>): string {
  const alert = { status: 'firing', labels: { alertname: 'Big', severity: 'critical', ...labels } };
  return JSON.stringify({ version: '4', status: 'firing', alerts: [alert] });
}

function manyLabels(count: number): Readonly<Record<string, string>> {
  return Object.fromEntries(Array.from({ length: count }, (_, n) => [`label_${n}`, 'x']));
}
