import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { computeFingerprint } from './fingerprint.ts';
import { makeLabels } from './labels.ts';

const captures = join(import.meta.dirname, '../../../../tests/captures/alertmanager');

interface Capture {
  readonly alerts: readonly {
    readonly labels: Record<string, string>;
    readonly fingerprint: string;
  }[];
}

function isCapture(value: unknown): value is Capture {
  return (
    typeof value === 'object' && value !== null && 'alerts' in value && Array.isArray(value.alerts)
  );
}

function fingerprintOf(...entries: (readonly [string, string])[]): string {
  return computeFingerprint(makeLabels(entries));
}

describe('the fingerprint of labels', () => {
  const files = readdirSync(captures).filter((name) => name.endsWith('.json'));

  test('there are captures to compare with', () => expect(files.length).toBeGreaterThan(10));

  test.each(files)('is the one that Alertmanager sent: %s', (name) => {
    const capture: unknown = JSON.parse(readFileSync(join(captures, name), 'utf8'));
    if (!isCapture(capture)) throw new TypeError(`${name} holds no alerts`);
    expect(capture.alerts.length).toBeGreaterThan(0);
    for (const { labels, fingerprint } of capture.alerts)
      expect(computeFingerprint(makeLabels(Object.entries(labels)))).toBe(fingerprint);
  });

  test('is the start value of FNV-1a where there are none', () => {
    expect(fingerprintOf()).toBe('cbf29ce484222325');
  });

  test('does not depend on the order of the labels', () => {
    expect(fingerprintOf(['b', '2'], ['a', '1'])).toBe(fingerprintOf(['a', '1'], ['b', '2']));
  });

  test('tells a name from its value, and one label from two', () => {
    const all = [
      fingerprintOf(['ab', 'c']),
      fingerprintOf(['a', 'bc']),
      fingerprintOf(['a', 'b'], ['c', '']),
    ];
    expect(new Set(all).size).toBe(3);
  });

  test('takes names in the order of their UTF-8 bytes, which is not that of UTF-16', () => {
    const ordered: readonly (readonly [string, string])[] = [
      ['\uff5e', 'x'],
      ['🔥', 'y'],
    ];
    expect(fingerprintOf(...ordered)).toBe(fnv1a(ordered));
    expect(fingerprintOf(...ordered.toReversed())).toBe(fnv1a(ordered));
    expect(fingerprintOf(['ab', '1'], ['a', '2'])).toBe(
      fnv1a([
        ['a', '2'],
        ['ab', '1'],
      ]),
    );
  });

  test('counts __proto__ as a label like any other', () => {
    expect(fingerprintOf(['__proto__', 'x'])).toBe(fnv1a([['__proto__', 'x']]));
  });
});

/** The definition, in the order given. */
function fnv1a(entries: readonly (readonly [string, string])[]): string {
  const bytes = entries.flatMap(([name, value]) => [
    ...Buffer.from(name),
    0xff,
    ...Buffer.from(value),
    0xff,
  ]);
  const hash = bytes.reduce(
    (sum, byte) => BigInt.asUintN(64, (sum ^ BigInt(byte)) * 1099511628211n),
    14695981039346656037n,
  );
  return hash.toString(16).padStart(16, '0');
}
