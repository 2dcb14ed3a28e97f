import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { hostileText } from '../test-support/hostile-message.ts';
import { fitLines, fitText, manyLines, oneLine } from './channel-text.ts';
import { escapeHtml } from './escape-markup.ts';

test('control characters, direction marks and lone surrogates go, line breaks stay', () => {
  expect(manyLines('a\u202eb\0c\r\nd\u2028e\ud800\tf')).toBe('abc\nd\ne\ufffd f');
  expect(oneLine('a\r\nBcc: b')).toBe('a Bcc: b');
});

test('a cut falls between characters as a reader sees them', () => {
  expect(fitText('ab👩‍👩‍👧‍👦cd', 6)).toBe('ab…');
  expect(fitText('abcdef', 6)).toBe('abcdef');
});

test('a cut never splits an entity', () => {
  expect(fitText('a&&&', 7, escapeHtml)).toBe('a&amp;…');
});

test('any text fits, as long as the limit allows, and is a beginning of the whole', () => {
  fc.assert(
    fc.property(hostileText, fc.integer({ min: 1, max: 500 }), (text, limit) => {
      const fitted = fitText(text, limit, escapeHtml);
      expect(fitted.length).toBeLessThanOrEqual(limit);
      if (fitted !== escapeHtml(text))
        expect(escapeHtml(text).startsWith(fitted.slice(0, -1))).toBe(true);
    }),
  );
});

test('lines that do not fit are counted', () => {
  expect(fitLines(['one', 'two', 'three'], 100)).toBe('one\ntwo\nthree');
  expect(fitLines(['one', 'two', 'x'.repeat(100)], 30)).toBe('one\ntwo\n… and 1 more');
  expect(fitLines(['x'.repeat(100)], 30)).toBe('… and 1 more');
});
