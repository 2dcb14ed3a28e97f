import { DomainError, type Instant, limit, MINUTE, type Principal, SECOND } from '@klaxon/domain';
import type { Clock } from '../../ports/clock.ts';
import type { LiveEvents, PlacedEvent, StreamPosition } from '../../ports/live-events.ts';
import type { FindRevoked } from '../access/find-revoked.ts';

export type StreamMessage =
  /** Nothing happened since, up to this place. */
  | { readonly kind: 'place'; readonly position: StreamPosition }
  | { readonly kind: 'events'; readonly events: readonly PlacedEvent[] }
  /** More happened than can be told, or nobody knows what: load everything again. */
  | { readonly kind: 'reset'; readonly position: StreamPosition }
  | { readonly kind: 'heartbeat' };

/** Whoever follows the stream. Neither may throw, and nothing comes after the end. */
export interface StreamClient {
  send(message: StreamMessage): void;
  end(): void;
}

/** Whose client it is. */
export interface Follower {
  /** By which it is counted. */
  readonly who: string;
  readonly principal: Principal;
}

export interface HubDeps {
  readonly events: LiveEvents;
  readonly findRevoked: FindRevoked;
  /** Best one that never leaps. */
  readonly clock: Clock;
  /** Told once when the events cannot be read any more. */
  readonly warn: (error: unknown) => void;
  readonly maxClients?: number;
}

const MAX_CLIENTS = 500;
/** So that nobody takes all the room. Each page that somebody has open is one. */
const MAX_CLIENTS_OF_ONE = 30;
/** How much a client may have missed, and how much is told at once. */
const MISSED_LIMIT = 1_000;
const HEARTBEAT_EVERY = 15 * SECOND;
/** Also without a word from the database, which may have been lost. */
const ASK_EVERY = 15 * SECOND;
const TRY_AGAIN_AFTER = SECOND;
/** Who may not follow any more is out by then; ticks come once a second. */
const LOOK_EVERY = SECOND / 2;
/** So that a process that nobody calls any more is left by its clients in time. */
const STAY_FOR = 10 * MINUTE;
const COME_BACK_AFTER_SECONDS = 10;

/**
 * Tells all clients of this process what changed, at the cost of one query for all of them, and of another that
 * finds who may not be told any more: no event is read for whom that was not asked just before. Whatever it
 * does it does in turn: a client first gets what lies between its place and the hub's, and from then on
 * all that the hub reads, so nothing is told twice or left out.
 */
export class LiveEventHub {
  readonly #parts: HubDeps;
  readonly #clients = new Map<StreamClient, Follower & { readonly since: Instant }>();
  #position: StreamPosition | null = null;
  #turn: Promise<unknown> = Promise.resolve();
  readonly #joining = new Set<{ readonly who: string }>();
  #asked = false;
  #askAt: Instant = 0;
  #heartbeatAt: Instant = 0;
  #looking = false;
  #lookAt: Instant = 0;
  #failing = false;
  #listening: ReturnType<LiveEvents['listen']> | null = null;
  #closed = false;

  constructor(parts: HubDeps) {
    this.#parts = parts;
  }

  /**
   * Answers how to leave.
   *
   * @param lastEventId the last place that the client knows; null for one that knows nothing yet
   * @throws DomainError `limit` when they have too many, `unavailable` when there are too many in all, or the
   * database is away
   */
  async join(
    lastEventId: StreamPosition | null,
    client: StreamClient,
    follower: Follower,
  ): Promise<() => void> {
    this.#expectRoom(follower.who);
    this.#joining.add(follower);
    try {
      await this.#inTurn(() => this.#welcome(lastEventId, client, follower));
    } finally {
      this.#joining.delete(follower);
    }
    return () => this.#clients.delete(client);
  }

  /** Does what time asks for; to be called about once a second. */
  tick(): void {
    if (this.#clients.size === 0) return;
    const now = this.#parts.clock.now();
    for (const [client, { since }] of this.#clients) if (now - since >= STAY_FOR) this.#end(client);
    if (now >= this.#heartbeatAt) {
      this.#heartbeatAt = now + HEARTBEAT_EVERY;
      this.#tell({ kind: 'heartbeat' });
    }
    if (now >= this.#askAt) this.#ask();
    else this.#look();
  }

  /** Ends all clients, and takes no more. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const client of this.#clients.keys()) this.#end(client);
    await this.#listening?.stop();
    await this.#turn;
  }

  #expectOpen(): void {
    if (this.#closed) throw new DomainError('unavailable', 'Klaxon is shutting down. Try again.');
  }

  #expectRoom(who: string): void {
    this.#expectOpen();
    const all = [...this.#clients.values(), ...this.#joining];
    if (all.filter((one) => one.who === who).length >= MAX_CLIENTS_OF_ONE)
      throw limit(
        `You follow the events of this process ${MAX_CLIENTS_OF_ONE} times already. Close some of them.`,
        COME_BACK_AFTER_SECONDS,
      );
    const { maxClients = MAX_CLIENTS } = this.#parts;
    if (all.length >= maxClients)
      throw new DomainError(
        'unavailable',
        `${maxClients} clients follow the events of this process already. Try again later.`,
        [],
        { retryAfterSeconds: COME_BACK_AFTER_SECONDS },
      );
  }

  async #welcome(
    lastEventId: StreamPosition | null,
    client: StreamClient,
    follower: Follower,
  ): Promise<void> {
    this.#expectOpen();
    const { events, clock } = this.#parts;
    this.#listening ??= events.listen(() => this.#ask());
    // The client may come from another process, which was further than this one.
    await this.#endTheFallen();
    const position = await this.#catchUp();
    const missed =
      lastEventId === null
        ? { events: [] }
        : await events.after(lastEventId, MISSED_LIMIT, position);
    this.#expectOpen();
    if (missed === null) client.send({ kind: 'reset', position });
    else if (missed.events.length === 0) client.send({ kind: 'place', position });
    else client.send({ kind: 'events', events: missed.events });
    const now = clock.now();
    if (this.#clients.size === 0) this.#heartbeatAt = now + HEARTBEAT_EVERY;
    this.#clients.set(client, { ...follower, since: now });
  }

  /** Tells everybody what was committed since the last time, and answers the place after it. */
  async #catchUp(): Promise<StreamPosition> {
    const { events, clock } = this.#parts;
    const from = this.#clients.size === 0 ? null : this.#position;
    const batch = from === null ? null : await events.after(from, MISSED_LIMIT);
    const position = batch?.position ?? (await events.now());
    this.#position = position;
    this.#askAt = clock.now() + ASK_EVERY;
    this.#failing = false;
    if (batch === null) this.#tell({ kind: 'reset', position });
    else if (batch.events.length > 0) this.#tell({ kind: 'events', events: batch.events });
    return position;
  }

  async #endTheFallen(): Promise<void> {
    const { findRevoked, clock } = this.#parts;
    const now = clock.now();
    if (this.#clients.size === 0 || now < this.#lookAt) return;
    const revoked = await findRevoked(
      [...this.#clients.values()].map(({ principal }) => principal),
    );
    this.#lookAt = now + LOOK_EVERY;
    for (const [client, { principal }] of this.#clients)
      if (revoked.has(principal)) this.#end(client);
  }

  /** Looks who fell, where nothing is to be told. */
  #look(): void {
    if (this.#looking || this.#closed) return;
    this.#looking = true;
    void this.#inTurn(() => this.#endTheFallen())
      .catch((error: unknown) => this.#warnOnce(error))
      .finally(() => {
        this.#looking = false;
      });
  }

  #warnOnce(error: unknown): void {
    if (!this.#failing) this.#parts.warn(error);
    this.#failing = true;
  }

  /** Any number of calls before its turn are one. */
  #ask(): void {
    if (this.#asked || this.#closed) return;
    this.#asked = true;
    void this.#inTurn(async () => {
      this.#asked = false;
      await this.#endTheFallen();
      if (this.#clients.size > 0) await this.#catchUp();
    }).catch((error: unknown) => {
      this.#askAt = this.#parts.clock.now() + TRY_AGAIN_AFTER;
      this.#warnOnce(error);
    });
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const result = this.#turn.then(work);
    this.#turn = result.catch(() => {});
    return result;
  }

  #tell(message: StreamMessage): void {
    for (const client of this.#clients.keys()) client.send(message);
  }

  #end(client: StreamClient): void {
    this.#clients.delete(client);
    client.end();
  }
}
