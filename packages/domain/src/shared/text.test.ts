import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cutText, storableText } from './text.ts';

const FAMILY = '👩‍👩‍👧';

describe('storable text', () => {
  test.each([
    ['plain', 'plain'],
    ['a\0b', 'a\ufffdb'],
    ['high \ud83d alone', 'high \ufffd alone'],
    ['low \udd25 alone', 'low \ufffd alone'],
    ['\udd25\ud83d turned around', '\ufffd\ufffd turned around'],
    ['\ud83d\ud83d\udd25 one too many', '\ufffd🔥 one too many'],
    ['🔥 stays', '🔥 stays'],
    ['at the end \ud83d', 'at the end \ufffd'],
  ])('%j becomes %j', (text, expected) => expect(storableText(text)).toBe(expected));

  test('is well formed, without U+0000, and as long as before, whatever came in', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', '\0', '\ud83d', '\udd25', '🔥', 'é')), (parts) => {
        const text = parts.join('');
        const mended = storableText(text);
        expect(mended.isWellFormed()).toBe(true);
        expect(mended).not.toContain('\0');
        expect(mended).toHaveLength(text.length);
        expect(storableText(mended)).toBe(mended);
      }),
    );
  });
});

describe('cut text', () => {
  test.each([
    ['short', 10, 'short'],
    ['exactly ten', 11, 'exactly ten'],
    ['a longer text', 8, 'a longe…'],
    ['🔥🔥🔥', 3, '🔥🔥🔥'],
    ['🔥🔥🔥🔥', 3, '🔥🔥…'],
    ['e\u0301e\u0301e\u0301', 4, 'e\u0301…'],
    [`ab${FAMILY}c`, 5, 'ab…'],
    [`${FAMILY}${FAMILY}`, 6, `${FAMILY}…`],
    ['🇩🇪🇫🇷🇮🇹', 4, '🇩🇪…'],
  ])('%j at %d is %j', (text, limit, expected) => expect(cutText(text, limit)).toBe(expected));

  test('never exceeds its limit, and keeps whole characters of the beginning', () => {
    const part = fc.constantFrom('a', 'é', 'e\u0301', '🔥', FAMILY, '🇩🇪', ' ');
    fc.assert(
      fc.property(fc.array(part), fc.integer({ min: 1, max: 20 }), (parts, limit) => {
        const text = parts.join('');
        const cut = cutText(text, limit);
        expect([...cut].length).toBeLessThanOrEqual(limit);
        if (cut !== text) {
          expect(cut.endsWith('…')).toBe(true);
          const wholes = parts.map((_, count) => parts.slice(0, count).join(''));
          expect(wholes).toContain(cut.slice(0, -1));
        }
        if ([...text].length <= limit) expect(cut).toBe(text);
      }),
    );
  });
});
