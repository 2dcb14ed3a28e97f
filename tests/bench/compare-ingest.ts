import pg from 'pg';
import { floorRows, floors } from './floor.ts';
import { connectKlaxon } from './klaxon-client.ts';
import { type Figures, figures, type Load, measure, type Sample } from './measure.ts';
import { newWebhooks } from './webhooks.ts';

export interface Comparison {
  readonly alerts: string;
  readonly floorIs: string;
  readonly klaxon: Figures;
  readonly floor: Figures;
}

export interface Setting {
  readonly klaxonUrl: string;
  readonly floorUrl: string;
  /** Alerts a webhook. */
  readonly size: number;
  readonly connections: number;
  /** Of load for each figure. */
  readonly seconds: number;
}

const SLICES = 2;
/** More than any slice gets through; what is not sent in time is thrown away. */
const ALERTS_A_SECOND = 40_000;
const WEBHOOKS_A_SECOND = 8_000;

interface Connection {
  readonly klaxon: ReturnType<typeof connectKlaxon>;
  readonly floor: pg.Client;
}

interface Samples {
  readonly klaxonNew: Sample;
  readonly floorNew: Sample;
  readonly klaxonKnown: Sample;
  readonly floorKnown: Sample;
  readonly floorRead: Sample;
}

/** New alerts, then the same again, to Klaxon and to the floor in turn. */
export async function compareIngest(setting: Setting): Promise<readonly Comparison[]> {
  const slice = setting.seconds / SLICES;
  const connections = await connect(setting);
  try {
    // Not counted: it opens connections, prepares statements and lets code be compiled.
    await takeTurns(setting.size, connections, slice / 4);
    const turns: Samples[] = [];
    for (let turn = 0; turn < SLICES; turn += 1)
      turns.push(await takeTurns(setting.size, connections, slice));
    const of = (kind: keyof Samples) => figures(turns.map((samples) => samples[kind]));
    const repeated = { alerts: 'repeated', klaxon: of('klaxonKnown') };
    return [
      { alerts: 'new', klaxon: of('klaxonNew'), floorIs: 'insert', floor: of('floorNew') },
      { ...repeated, floorIs: 'insert', floor: of('floorKnown') },
      { ...repeated, floorIs: 'read', floor: of('floorRead') },
    ];
  } finally {
    const closing = connections.flatMap(({ klaxon, floor }) => [klaxon.close(), floor.end()]);
    await Promise.allSettled(closing);
  }
}

function connect({ connections, klaxonUrl, floorUrl }: Setting): Promise<readonly Connection[]> {
  const each = Array.from({ length: connections }, async () => ({
    klaxon: connectKlaxon(klaxonUrl),
    floor: await connectFloor(floorUrl),
  }));
  return Promise.all(each);
}

async function takeTurns(
  size: number,
  connections: readonly Connection[],
  seconds: number,
): Promise<Samples> {
  const most = Math.min(WEBHOOKS_A_SECOND, ALERTS_A_SECOND / size) * seconds;
  const loads = connections.map(({ klaxon, floor }) => {
    const source = newWebhooks(size);
    const count = Math.ceil(most / connections.length);
    const webhooks = Array.from({ length: count }, () => source.next().value);
    return {
      send: klaxon.send,
      klaxon: remember(klaxon.send, webhooks),
      floor: remember(floors.insert(floor), webhooks.map(floorRows())),
      again: floors.insertKnown(floor),
      read: floors.read(floor),
    };
  });
  const run = <T extends { readonly alerts: number }>(
    load: (of: (typeof loads)[number]) => Load<T>,
  ): Promise<Sample> => measure(loads.map(load), seconds);
  return {
    klaxonNew: await run(({ klaxon }) => klaxon),
    floorNew: await run(({ floor }) => floor),
    klaxonKnown: await run(({ send, klaxon }) => ({ send, items: cycle(klaxon.sent) })),
    floorKnown: await run(({ again, floor }) => ({ send: again, items: cycle(floor.sent) })),
    floorRead: await run(({ read, floor }) => ({ send: read, items: cycle(floor.sent) })),
  };
}

async function connectFloor(url: string): Promise<pg.Client> {
  // By index, as Klaxon does: else the plans for the empty tables stay while the tables grow.
  const options = '-c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off';
  const client = new pg.Client({ connectionString: url, options });
  // A broken connection shows in its query.
  client.on('error', () => {});
  await client.connect();
  return client;
}

/** Keeps what was sent, to send it again. */
function remember<T>(send: Load<T>['send'], items: readonly T[]) {
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

function* cycle<T>(items: readonly T[]): Generator<T> {
  while (items.length > 0) yield* items;
}
