/** Changes payloads at random, alike for the same seed. */

export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [name: string]: Json };

/** Raw texts that no `JSON.stringify` writes, put in for a string that stands for one. */
const RAW = [
  '1e999',
  '-0',
  '9007199254740993',
  '"\\ud800"',
  '"\\u0000"',
  '{"a":1,"a":2}',
  '"\\ude00\\ud83d"',
];
const PLACEHOLDER = 'raw text number ';

const NAMES = [
  'toString',
  'valueOf',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'then',
  'length',
  '',
];

const TIMES = [
  '0000-01-01T00:00:00Z',
  '9999-12-31T23:59:59-14:00',
  '2026-02-30T25:61:61Z',
  '+275760-09-13T00:00:00.001Z',
  '2026-11-23T09:00:00.123456789123456789Z',
  '2016-12-31T23:59:60Z',
];

/** A generator of numbers from 0 to below 1 (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function mutator(random: () => number) {
  const below = (count: number) => Math.floor(random() * count);
  const oneOf = <T>(items: readonly T[]): T => {
    const item = items[below(items.length)];
    if (item === undefined) throw new RangeError('there is nothing to choose from');
    return item;
  };

  const nest = (depth: number): Json => {
    let nested: Json = 'x';
    for (let level = 0; level < depth; level += 1)
      nested = random() < 0.5 ? [nested] : { a: nested };
    return nested;
  };

  const replacements: readonly (() => Json)[] = [
    () => null,
    () => random() < 0.5,
    () => oneOf([0, -1, 1.5, 1e308, Number.MAX_SAFE_INTEGER, -(2 ** 53)]),
    () =>
      oneOf(['', ' ', '\0', 'a\ud800b', '\ufeff', "'; DROP TABLE alerts; --", '🔥'.repeat(300)]),
    () => 'x'.repeat(10 ** below(5)),
    () => oneOf(TIMES),
    () => [],
    () => Array.from({ length: below(300) }, () => 0),
    () => Object.fromEntries([[oneOf(NAMES), oneOf([1, null, 'x', {}])]]),
    () => Object.fromEntries(Array.from({ length: below(400) }, (_, at) => [`n${at}`, 'x'])),
    () => nest(below(2_000)),
    () => `${PLACEHOLDER}${below(RAW.length)}`,
  ];
  const anything = () => oneOf(replacements)();

  /** The same with one place somewhere in it changed. */
  const change = (value: Json): Json => {
    if (Array.isArray(value) && value.length > 0 && random() < 0.9) {
      const at = below(value.length);
      return value.map((entry: Json, index: number) => (index === at ? change(entry) : entry));
    }
    if (typeof value === 'object' && value !== null && !Array.isArray(value) && random() < 0.9) {
      const entries: [string, Json][] = Object.entries(value);
      if (entries.length > 0) {
        const at = below(entries.length);
        const kind = random();
        if (kind < 0.1) return Object.fromEntries(entries.filter((_, index) => index !== at));
        if (kind < 0.25) return Object.fromEntries([...entries, [oneOf(NAMES), anything()]]);
        return Object.fromEntries(
          entries.map(([name, inner], index) => [name, index === at ? change(inner) : inner]),
        );
      }
    }
    return anything();
  };

  return {
    /** A few places changed; to be `written`. */
    values(payload: Json): Json {
      let changed = payload;
      for (let changes = 1 + below(4); changes > 0; changes -= 1) changed = change(changed);
      return changed;
    },

    /** What is cut off, flipped, left out or said twice. */
    bytes(text: string): Buffer {
      const body = Buffer.from(text);
      for (let changes = 1 + below(3); changes > 0; changes -= 1) {
        const at = below(body.length);
        const kind = random();
        if (kind < 0.2) return body.subarray(0, at);
        if (kind < 0.4)
          return Buffer.concat([body.subarray(0, at), body.subarray(below(body.length))]);
        body[at] = kind < 0.7 ? below(256) : (body[at] ?? 0) ^ (1 << below(8));
      }
      return body;
    },
  };
}

export function written(payload: Json): string {
  return JSON.stringify(payload).replaceAll(
    new RegExp(`"${PLACEHOLDER}(\\d+)"`, 'g'),
    (_, at) => RAW[Number(at)] ?? 'null',
  );
}
