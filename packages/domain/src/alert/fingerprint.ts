import type { Labels } from './labels.ts';

const OFFSET = { high: 0xcbf29ce4, low: 0x84222325 };
/** The prime is 2^40 + 435: a multiplication in 64 bits is one by 435 and a shift. */
const PRIME_LOW = 435;
const SEPARATOR = 0xff;
const IS_ASCII = /^[ -~]*$/;
const encoder = new TextEncoder();

/**
 * Alertmanager's own fingerprint: FNV-1a, 64 bit, over the labels sorted by name, each as
 * `name 0xFF value 0xFF`; 16 hexadecimal digits. For senders that leave it out, and to tell those that make one up.
 */
export function computeFingerprint(labels: Labels): string {
  // Halves of 32 bits: with BigInt a report of many alerts would hold up all others for seconds.
  let hash: Hash = OFFSET;
  for (const name of Object.keys(labels).sort(byCodePoint))
    hash = withText(withText(hash, name), labels[name] ?? '');
  return hex(hash.high) + hex(hash.low);
}

interface Hash {
  readonly high: number;
  readonly low: number;
}

function withText({ high, low }: Hash, text: string): Hash {
  let [upper, lower] = [high | 0, low | 0];
  const bytes = IS_ASCII.test(text) ? null : encoder.encode(text);
  const length = bytes?.length ?? text.length;
  for (let index = 0; index <= length; index += 1) {
    const byte = index === length ? SEPARATOR : (bytes?.[index] ?? text.charCodeAt(index));
    lower ^= byte;
    const carry = ((lower >>> 0) * PRIME_LOW) / 2 ** 32;
    upper = (Math.imul(upper, PRIME_LOW) + (carry | 0) + (lower << 8)) | 0;
    lower = Math.imul(lower, PRIME_LOW);
  }
  return { high: upper, low: lower };
}

function hex(half: number): string {
  return (half >>> 0).toString(16).padStart(8, '0');
}

/** Beyond it JavaScript's own order differs from that of code points. */
const SURROGATE = /[\ud800-\udfff]/;

/** The order of the UTF-8 bytes, as Alertmanager sorts. */
function byCodePoint(a: string, b: string): number {
  if (!SURROGATE.test(a) && !SURROGATE.test(b)) return a < b ? -1 : 1;
  const [left, right] = [[...a], [...b]];
  for (const [index, char] of left.entries()) {
    const difference = (char.codePointAt(0) ?? 0) - (right[index]?.codePointAt(0) ?? -1);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
