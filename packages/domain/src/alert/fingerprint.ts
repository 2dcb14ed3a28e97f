import type { Labels } from './labels.ts';

const OFFSET = { high: 0xcbf29ce4, low: 0x84222325 };
/** The prime is 2^40 + 435: a multiplication in 64 bits is one by 435 and a shift. */
const PRIME_LOW = 435;
const SEPARATOR = 0xff;
const encoder = new TextEncoder();

/**
 * Alertmanager's own fingerprint: FNV-1a, 64 bit, over the labels sorted by name, each as
 * `name 0xFF value 0xFF`; 16 hexadecimal digits. For senders that leave it out.
 */
export function computeFingerprint(labels: Labels): string {
  // Halves of 32 bits: with BigInt a report of many alerts would hold up all others for seconds.
  let { high, low } = OFFSET;
  const add = (byte: number) => {
    const mixed = (low ^ byte) >>> 0;
    const product = mixed * PRIME_LOW;
    low = product >>> 0;
    high = (high * PRIME_LOW + Math.floor(product / 2 ** 32) + ((mixed << 8) >>> 0)) % 2 ** 32;
  };
  for (const name of Object.keys(labels).sort(byCodePoint)) {
    for (const byte of encoder.encode(name)) add(byte);
    add(SEPARATOR);
    for (const byte of encoder.encode(labels[name] ?? '')) add(byte);
    add(SEPARATOR);
  }
  return hex(high) + hex(low);
}

function hex(half: number): string {
  return half.toString(16).padStart(8, '0');
}

/** The order of the UTF-8 bytes, as Alertmanager sorts; JavaScript's own differs above U+FFFF. */
function byCodePoint(a: string, b: string): number {
  const [left, right] = [[...a], [...b]];
  for (const [index, char] of left.entries()) {
    const difference = (char.codePointAt(0) ?? 0) - (right[index]?.codePointAt(0) ?? -1);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
