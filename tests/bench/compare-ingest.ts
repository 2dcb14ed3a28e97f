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

const KINDS = ['klaxonNew', 'floorNew', 'klaxonKnown', 'floorKnown', 'floorRead'] as const;
type Samples = Record<(typeof KINDS)[number], Sample>;

/** New alerts, then the same again, to Klaxon and to the floor in turn. */
export async function compareIngest(setting: Setting): Promise<readonly Comparison[]> {
  const { klaxonUrl, floorUrl, connections, seconds } = setting;
  const each = Array.from({ length: connections });
  const clients = each.map(() => connectKlaxon(klaxonUrl));
  const databases = await Promise.all(each.map(() => connectFloor(floorUrl)));
  const slice = seconds / SLICES;
  try {
    // Not counted: it opens connections, prepares statements and lets code be compiled.
    await takeTurns(setting, clients, databases, slice / 4);
    const turns: Samples[] = [];
    for (let turn = 0; turn < SLICES; turn += 1)
      turns.push(await takeTurns(setting, clients, databases, slice));
    const of = (kind: keyof Samples) => figures(turns.map((samples) => samples[kind]));
    const repeated = { alerts: 'repeated', klaxon: of('klaxonKnown') };
    return [
      { alerts: 'new', klaxon: of('klaxonNew'), floorIs: 'insert', floor: of('floorNew') },
      { ...repeated, floorIs: 'insert', floor: of('floorKnown') },
      { ...repeated, floorIs: 'read', floor: of('floorRead') },
    ];
  } finally {
    await Promise.all(
      [...clients.map((client) => client.close()), ...databases.map((client) => client.end())].map(
        (closing) => closing.catch(() => {}),
      ),
    );
  }
}

async function takeTurns(
  { size, connections }: Setting,
  clients: readonly ReturnType<typeof connectKlaxon>[],
  databases: readonly pg.Client[],
  seconds: number,
): Promise<Samples> {
  const most = Math.min(WEBHOOKS_A_SECOND, ALERTS_A_SECOND / size) * seconds;
  const loads = clients.map((client, index) => {
    const source = newWebhooks(size);
    const webhooks = Array.from(
      { length: Math.ceil(most / connections) },
      () => source.next().value,
    );
    const database = databases[index] ?? new pg.Client();
    return {
      send: client.send,
      klaxon: remember(client.send, webhooks),
      floor: remember(floors.insert(database), webhooks.map(floorRows())),
      again: floors.insertKnown(database),
      read: floors.read(database),
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
