import { readdirSync, readFileSync } from 'node:fs';
import pg from 'pg';
import { Agent, request } from 'undici';
import { type Json, mutator, randomOf, written } from './mutate-body.ts';

const captures = new URL('../captures/alertmanager/', import.meta.url);
const CONNECTIONS = 16;
/** What arrives is made larger where this is exceeded; a thousand alerts each time would take hours. */
const ALERTS_AT_MOST = 20;

export interface MutatedBodies {
  /** How many answers there were of each status. */
  readonly statuses: Readonly<Record<string, number>>;
  /** The `marker` labels of good alerts whose payload was taken. */
  readonly taken: readonly string[];
  /** How many bodies had something that could not be taken in. */
  readonly partly: number;
  /** What nobody should ever see: what was sent, and the answer. */
  readonly failures: readonly string[];
}

/**
 * Sends `count` payloads that differ from real ones in a few places or bytes. Into each that stays JSON with a
 * list of alerts goes a good alert with a label of its own, by which it can be found.
 */
export async function sendMutatedBodies(
  url: string,
  { seed, count }: { readonly seed: number; readonly count: number },
): Promise<MutatedBodies> {
  const random = randomOf(seed);
  const mutate = mutator(random);
  const payloads = readdirSync(captures)
    .filter((name) => name.endsWith('.json'))
    .map((name) => shortened(JSON.parse(readFileSync(new URL(name, captures), 'utf8'))));
  const dispatcher = new Agent({ connections: CONNECTIONS });
  const statuses: Record<string, number> = {};
  const taken: string[] = [];
  const failures: string[] = [];
  let partly = 0;
  let next = 0;

  function make(): { readonly body: Buffer; readonly marker: string | null } {
    const number = next;
    const payload = payloads[number % payloads.length] ?? null;
    if (random() < 0.3) return { body: mutate.bytes(written(payload)), marker: null };
    const changed = mutate.values(payload);
    const marker = `good-${seed}-${number}`;
    const marked = withGoodAlert(changed, marker, random);
    return {
      body: Buffer.from(written(marked ?? changed)),
      marker: marked === null ? null : marker,
    };
  }

  async function sendNext(): Promise<void> {
    while (next < count) {
      const { body, marker } = make();
      next += 1;
      const path = `${url}/api/webhooks/alertmanager`;
      const answer = await request(path, { method: 'POST', body, dispatcher });
      const text = await answer.body.text();
      statuses[answer.statusCode] = (statuses[answer.statusCode] ?? 0) + 1;
      if (text.includes('"rejected"')) partly += 1;
      const fine = answer.statusCode < 500 || answer.statusCode === 503;
      if (!fine || (marker !== null && answer.statusCode !== 200))
        failures.push(
          `${answer.statusCode} ${text.slice(0, 200)} for ${body.toString().slice(0, 500)}`,
        );
      if (marker !== null && answer.statusCode === 200) taken.push(marker);
    }
  }

  await Promise.all(Array.from({ length: CONNECTIONS }, sendNext));
  await dispatcher.close();
  return { statuses, taken, partly, failures };
}

function withGoodAlert(payload: Json, marker: string, random: () => number): Json | null {
  if (!isRecord(payload)) return null;
  const { alerts } = payload;
  if (!Array.isArray(alerts)) return null;
  const good: Json = {
    status: 'firing',
    labels: { alertname: 'Good', service: `mutated-${marker.slice(-2)}`, marker },
    startsAt: '2026-11-23T09:00:00Z',
  };
  const at = Math.floor(random() * (alerts.length + 1));
  return { ...payload, alerts: [...alerts.slice(0, at), good, ...alerts.slice(at)] };
}

function shortened(payload: Json): Json {
  if (!isRecord(payload) || !Array.isArray(payload['alerts'])) return payload;
  return { ...payload, alerts: payload['alerts'].slice(0, ALERTS_AT_MOST) };
}

function isRecord(value: Json): value is { readonly [name: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The markers that no stored alert has. */
export async function missingOf(
  databaseUrl: string,
  markers: readonly string[],
): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ marker: string }>(
      `SELECT labels->>'marker' AS marker FROM alerts WHERE labels ? 'marker'`,
    );
    const stored = new Set(rows.map(({ marker }) => marker));
    return markers.filter((marker) => !stored.has(marker));
  } finally {
    await client.end();
  }
}
