import { beforeEach, describe, expect, test } from '@jest/globals';
import { ANONYMOUS, DomainError, LOCAL, MINUTE, type Principal, SECOND } from '@klaxon/domain';
import { alertReport, incomingAlert, makeStage, type Stage } from '@klaxon/testing';
import type { LiveEvents } from '../../ports/live-events.ts';
import { LiveEventHub, type StreamClient, type StreamMessage } from './live-event-hub.ts';

class Follower implements StreamClient {
  readonly messages: StreamMessage[] = [];
  ended = false;

  send(message: StreamMessage): void {
    if (this.ended) throw new TypeError('something came after the end');
    this.messages.push(message);
  }

  end(): void {
    this.ended = true;
  }

  /** The incidents it was told of, by number. */
  get numbers(): readonly number[] {
    return this.messages.flatMap((message) =>
      message.kind === 'events' ? message.events.map(({ event }) => event.number) : [],
    );
  }

  get kinds(): readonly string[] {
    return this.messages.map(({ kind }) => kind);
  }

  /** The last place it was told. */
  get position(): string | null {
    return this.messages.reduce<string | null>((last, message) => {
      if (message.kind === 'heartbeat') return last;
      if (message.kind === 'events') return message.events.at(-1)?.position ?? last;
      return message.position;
    }, null);
  }
}

let stage: Stage;
let queries: number;
let outage: DomainError | null;
/** While set, readings wait for it. */
let held: Promise<void> | null;
let warnings: unknown[];
let opened: number;
/** Who may not follow any more; how often that was asked, and of how many. */
let revoked: Set<Principal>;
let looks: number[];
beforeEach(() => {
  stage = makeStage({ groupBy: ['instance'] });
  queries = 0;
  outage = null;
  held = null;
  warnings = [];
  opened = 0;
  revoked = new Set();
  looks = [];
});

/** The stage's events, counted; `deaf` hears no notification. */
function watched({ deaf = false } = {}): LiveEvents {
  const { liveEvents } = stage.database;
  const reading = async <T>(read: () => Promise<T>): Promise<T> => {
    queries += 1;
    await held;
    if (outage) throw outage;
    return read();
  };
  return {
    now: () => reading(() => liveEvents.now()),
    after: (...from) => reading(() => liveEvents.after(...from)),
    listen: deaf ? () => ({ stop: async () => {} }) : liveEvents.listen,
  };
}

function makeHub({ deaf = false, maxClients = 500 } = {}) {
  const warn = (error: unknown) => warnings.push(error);
  const findRevoked = async (principals: readonly Principal[]) => {
    looks.push(principals.length);
    if (outage) throw outage;
    return revoked;
  };
  const events = watched({ deaf });
  return new LiveEventHub({ events, findRevoked, clock: stage.clock, warn, maxClients });
}

/** Opens so many incidents in one transaction. */
async function open(count = 1): Promise<void> {
  const alerts = Array.from({ length: count }, () => {
    opened += 1;
    const instance = `host-${opened}`;
    return incomingAlert({ fingerprint: instance, labels: { alertname: 'Down', instance } });
  });
  await stage.ingest(alertReport(alerts));
}

let strangers = 0;
async function join(
  hub: LiveEventHub,
  lastEventId: string | null = null,
  who = `stranger-${++strangers}`,
  principal: Principal = ANONYMOUS,
) {
  const follower = new Follower();
  const leave = await hub.join(lastEventId, follower, { who, principal });
  return { follower, leave };
}

/** What can go on without the outside world has gone on. */
const everythingBegun = () => new Promise((resolve) => setImmediate(resolve));

/** Until everything that was begun is done: a newcomer is served in its turn. */
async function settled(hub: LiveEventHub): Promise<void> {
  const { leave } = await join(hub);
  leave();
}

describe('a client', () => {
  test('that knows nothing is told the place, and from then on what happens', async () => {
    await open();
    const hub = makeHub();
    const { follower } = await join(hub);
    expect(follower.messages).toEqual([
      { kind: 'place', position: await stage.database.liveEvents.now() },
    ]);
    await open();
    await open();
    await settled(hub);
    expect(follower.numbers).toEqual([2, 3]);
  });

  test('that comes back is told what it missed, then what happens, each once', async () => {
    const hub = makeHub();
    const { follower: before, leave } = await join(hub);
    await open();
    await settled(hub);
    leave();
    await open(2);
    const { follower } = await join(hub, before.position);
    await open();
    await settled(hub);
    expect(before.numbers).toEqual([1]);
    expect(follower.numbers).toEqual([2, 3, 4]);
  });

  test('that comes from a process which was further than this one is told nothing twice', async () => {
    const [behind, ahead] = [makeHub({ deaf: true }), makeHub()];
    const { follower: other } = await join(behind);
    const { follower: before } = await join(ahead);
    await open();
    await settled(ahead);
    const { follower } = await join(behind, before.position);
    expect([before.numbers, follower.numbers, other.numbers]).toEqual([[1], [], [1]]);
  });

  test('that joins while events come in gets each of them once', async () => {
    const hub = makeHub();
    const { follower: first } = await join(hub);
    let release = () => {};
    held = new Promise((resolve) => {
      release = resolve;
    });
    await open();
    const joining = join(hub, first.position);
    await open();
    held = null;
    release();
    const { follower } = await joining;
    await open();
    await settled(hub);
    expect(first.numbers).toEqual([1, 2, 3]);
    expect(follower.numbers).toEqual([1, 2, 3]);
  });

  test.each(['nonsense', '4000'])(
    'with the place %j is told to begin again',
    async (lastEventId) => {
      const hub = makeHub();
      const { follower } = await join(hub, lastEventId);
      await open();
      await settled(hub);
      expect(follower.kinds).toEqual(['reset', 'events']);
    },
  );

  test('that missed 1,000 events is told them, and one more is a reset', async () => {
    const start = await stage.database.liveEvents.now();
    await open(1_000);
    const hub = makeHub();
    expect((await join(hub, start)).follower.numbers).toHaveLength(1_000);
    await open();
    const { follower } = await join(hub, start);
    expect(follower.messages).toEqual([
      { kind: 'reset', position: await stage.database.liveEvents.now() },
    ]);
  });

  test('is not told of what happens after it left', async () => {
    const hub = makeHub();
    const { follower, leave } = await join(hub);
    leave();
    await open();
    await settled(hub);
    expect(follower.kinds).toEqual(['place']);
  });

  test('is sent away after ten minutes, and comes back without a gap', async () => {
    const hub = makeHub();
    const { follower } = await join(hub);
    stage.clock.advance(10 * MINUTE - 1);
    hub.tick();
    expect(follower.ended).toBe(false);
    stage.clock.advance(1);
    hub.tick();
    expect(follower.ended).toBe(true);
    await open();
    expect((await join(hub, follower.position)).follower.numbers).toEqual([1]);
  });

  test('beyond those that have room is told to come later, until another leaves', async () => {
    const hub = makeHub({ maxClients: 2 });
    const { leave } = await join(hub);
    await join(hub);
    await expect(join(hub)).rejects.toMatchObject({ kind: 'unavailable', retryAfterSeconds: 10 });
    leave();
    await expect(join(hub)).resolves.toBeDefined();
  });

  test('of somebody who has thirty is refused, until one of those leaves or is sent away', async () => {
    const hub = makeHub();
    const refused = expect.objectContaining({ kind: 'limit', retryAfterSeconds: 10 });
    const joinAda = () => join(hub, null, 'ada');
    const all = await Promise.allSettled(Array.from({ length: 31 }, joinAda));
    expect(all.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))).toEqual([
      refused,
    ]);
    await join(hub, null, 'bob');
    const [first] = all;
    if (first?.status === 'fulfilled') first.value.leave();
    await joinAda();
    await expect(joinAda()).rejects.toEqual(refused);
    stage.clock.advance(10 * MINUTE);
    hub.tick();
    await joinAda();
  });

  test('that could not join leaves its place to others of the same', async () => {
    const hub = makeHub();
    outage = new DomainError('unavailable', 'The database is away.');
    for (let tries = 0; tries < 40; tries += 1)
      await expect(join(hub, null, 'ada')).rejects.toBe(outage);
    outage = null;
    await join(hub, null, 'ada');
  });

  test('counts while it is on its way in', async () => {
    const hub = makeHub({ maxClients: 2 });
    const all = await Promise.allSettled([join(hub), join(hub), join(hub)]);
    expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected']);
  });
});

describe('the hub', () => {
  test('asks once for all its clients', async () => {
    const hub = makeHub();
    const followers = [await join(hub), await join(hub), await join(hub)];
    queries = 0;
    await open();
    await settled(hub);
    // One more is the newcomer's that waited.
    expect(queries).toBe(2);
    expect(followers.map(({ follower }) => follower.numbers)).toEqual([[1], [1], [1]]);
  });

  test('asks once for however many notifications come while it asks', async () => {
    const hub = makeHub();
    const { follower } = await join(hub);
    let release = () => {};
    held = new Promise((resolve) => {
      release = resolve;
    });
    queries = 0;
    await open();
    for (let more = 0; more < 10; more += 1) await open();
    held = null;
    release();
    await settled(hub);
    expect(queries).toBeLessThanOrEqual(3);
    expect(follower.numbers).toHaveLength(11);
  });

  test('asks by itself after 15 s, when no notification came', async () => {
    const hub = makeHub({ deaf: true });
    const { follower } = await join(hub);
    await open();
    stage.clock.advance(15 * SECOND - 1);
    hub.tick();
    stage.clock.advance(1);
    queries = 0;
    hub.tick();
    hub.tick();
    await everythingBegun();
    expect(queries).toBe(1);
    await settled(hub);
    expect(follower.numbers).toEqual([1]);
  });

  test('asks nothing while nobody follows', async () => {
    const hub = makeHub();
    const { leave } = await join(hub);
    leave();
    queries = 0;
    await open();
    stage.clock.advance(MINUTE);
    hub.tick();
    await everythingBegun();
    expect(queries).toBe(0);
  });

  test('sends a heartbeat every 15 s', async () => {
    const hub = makeHub({ deaf: true });
    const { follower } = await join(hub);
    const beats = () => follower.kinds.filter((kind) => kind === 'heartbeat').length;
    for (let second = 1; second <= 60; second += 1) {
      stage.clock.advance(SECOND);
      hub.tick();
      expect(beats()).toBe(Math.floor(second / 15));
    }
  });

  test('tells everybody to begin again when more than 1,000 events come at once', async () => {
    const hub = makeHub();
    const { follower } = await join(hub);
    await open(1_001);
    await open();
    await settled(hub);
    expect(follower.kinds.slice(0, 2)).toEqual(['place', 'reset']);
    expect(follower.position).toBe(await stage.database.liveEvents.now());
  });

  test('goes on where it was when the database comes back, and says once that it was away', async () => {
    const hub = makeHub({ deaf: true });
    const { follower } = await join(hub);
    outage = new DomainError('unavailable', 'The database is away.');
    for (let tries = 0; tries < 3; tries += 1) {
      stage.clock.advance(15 * SECOND);
      hub.tick();
      await expect(join(hub)).rejects.toBe(outage);
    }
    expect(warnings).toEqual([outage]);
    await open();
    outage = null;
    stage.clock.advance(SECOND);
    hub.tick();
    await settled(hub);
    expect(follower.numbers).toEqual([1]);
  });

  test('that is closed ends its clients, takes no more, and listens no longer', async () => {
    const hub = makeHub();
    const { follower } = await join(hub);
    await hub.close();
    expect(follower.ended).toBe(true);
    await expect(join(hub)).rejects.toMatchObject({ kind: 'unavailable' });
    queries = 0;
    await open();
    expect(queries).toBe(0);
  });

  test('that is closed while a client joins does not keep it', async () => {
    const hub = makeHub();
    const joining = expect(join(hub)).rejects.toMatchObject({ kind: 'unavailable' });
    await hub.close();
    await joining;
  });
});

describe('a client that may not follow any more', () => {
  const ada: Principal = { ...LOCAL };

  test('is ended at the next tick, and others stay: one look for all of them', async () => {
    const hub = makeHub({ deaf: true });
    const { follower: gone } = await join(hub, null, 'ada', ada);
    const { follower: stays } = await join(hub);
    looks = [];
    revoked.add(ada);
    stage.clock.advance(SECOND);
    hub.tick();
    await settled(hub);
    expect([gone.ended, stays.ended, looks]).toEqual([true, false, [2]]);
  });

  test('is told nothing of what happens before that', async () => {
    const hub = makeHub();
    const { follower } = await join(hub, null, 'ada', ada);
    stage.clock.advance(SECOND);
    revoked.add(ada);
    await open();
    await settled(hub);
    expect([follower.numbers, follower.ended]).toEqual([[], true]);
  });

  test('is looked for twice a second at the most, however much happens', async () => {
    const hub = makeHub();
    await join(hub);
    looks = [];
    stage.clock.advance(SECOND);
    for (let events = 0; events < 10; events += 1) {
      await open();
      await settled(hub);
    }
    expect(looks).toHaveLength(1);
  });

  test('is told nothing either as long as that cannot be found out', async () => {
    const hub = makeHub();
    const { follower } = await join(hub, null, 'ada', ada);
    stage.clock.advance(SECOND);
    outage = new DomainError('unavailable', 'The database is away.');
    await open();
    await expect(join(hub)).rejects.toBe(outage);
    expect(follower.kinds).toEqual(['place']);
    outage = null;
    stage.clock.advance(SECOND);
    hub.tick();
    await settled(hub);
    expect(follower.numbers).toEqual([1]);
  });
});
