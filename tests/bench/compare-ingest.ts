import pg from 'pg';
import { type FloorRows, floorRows, readFloor, writeFloor } from './floor.ts';
import { connectKlaxon } from './klaxon-client.ts';
import { type Figures, figures, measure, type Sample, type Send } from './measure.ts';
import { newWebhooks, type Webhook } from './webhooks.ts';

export interface Comparison {
  readonly alerts: 'new' | 'repeated';
  readonly klaxon: Figures;
  readonly floor: Figures;
}

interface Setting {
  readonly klaxonUrl: string;
  readonly floorUrl: string;
  /** Alerts a webhook. */
  readonly size: number;
  readonly connections: number;
  /** Of load for each figure. */
  readonly seconds: number;
}

const SLICES = 2;
/** More alerts than any slice gets through; what is not sent is thrown away. */
const ALERTS_A_SECOND = 45_000;
const WEBHOOKS_A_SECOND = 9_000;

/** New alerts, then the same again, to Klaxon and to the floor in turn. */
export async function compareIngest(setting: Setting): Promise<readonly Comparison[]> {
  const { klaxonUrl, floorUrl, size, connections, seconds } = setting;
  const each = Array.from({ length: connections });
  const clients = each.map(() => connectKlaxon(klaxonUrl));
  const databases = await Promise.all(each.map(() => connectFloor(floorUrl)));
  const slice = seconds / SLICES;
  const most = Math.min(WEBHOOKS_A_SECOND, ALERTS_A_SECOND / size) * slice;
  const fresh = { klaxon: [] as Sample[], floor: [] as Sample[] };
  const known = { klaxon: [] as Sample[], floor: [] as Sample[] };

  // A first slice, not counted, warms connections, prepared statements and compiled code.
  for (let turn = 0; turn <= SLICES; turn += 1) {
    const counted = turn > 0;
    const webhooks = each.map(() => take(newWebhooks(size), Math.ceil(most / connections)));
    const rows = webhooks.map((own) => own.map(floorRows()));
    const time = counted ? slice : slice / 4;

    const klaxon = clients.map((client, index) =>
      sender<Webhook>(client.send, webhooks[index] ?? []),
    );
    const floor = databases.map((database, index) =>
      sender<FloorRows>(writeFloor(database), rows[index] ?? []),
    );
    const first = await measure(klaxon, time);
    const second = await measure(floor, time);
    const again = await measure(klaxon.map(repeat), time);
    const reads = databases.map((database, index) =>
      repeat({ send: readFloor(database), sent: floor[index]?.sent ?? [] }),
    );
    const readAgain = await measure(reads, time);
    if (!counted) continue;
    fresh.klaxon.push(first);
    fresh.floor.push(second);
    known.klaxon.push(again);
    known.floor.push(readAgain);
  }
  await Promise.all([
    ...clients.map((client) => client.close()),
    ...databases.map((database) => database.end()),
  ]);
  return [
    { alerts: 'new', klaxon: figures(fresh.klaxon), floor: figures(fresh.floor) },
    { alerts: 'repeated', klaxon: figures(known.klaxon), floor: figures(known.floor) },
  ];
}

async function connectFloor(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  // A broken connection shows in its query.
  client.on('error', () => {});
  await client.connect();
  return client;
}

function take<T>(source: Iterator<T, never>, count: number): readonly T[] {
  return Array.from({ length: count }, () => source.next().value);
}

/** Remembers what was sent, to send it again. */
function sender<T>(send: Send<T>, items: readonly T[]) {
  const sent: T[] = [];
  return {
    items,
    sent,
    async send(item: T) {
      await send(item);
      sent.push(item);
    },
  };
}

function repeat<T>({ send, sent }: { readonly send: Send<T>; readonly sent: readonly T[] }) {
  const known = [...sent];
  return { send, items: cycle(known) };
}

function* cycle<T>(items: readonly T[]): Generator<T> {
  while (items.length > 0) yield* items;
}
