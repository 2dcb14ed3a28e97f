import { expect, test } from '@jest/globals';
import { nextPage, previousPage, readTrail } from './page-trail.ts';

const FIRST = { cursor: '', trail: [] };

test('the way back through a list is the way forward, page by page', () => {
  const second = nextPage(FIRST, 'b');
  const third = nextPage(second, 'c');
  expect(third).toEqual({ cursor: 'c', trail: ['', 'b'] });
  expect(previousPage(third)).toEqual(second);
  expect(previousPage(second)).toEqual(FIRST);
});

test('nothing is before the first page, nor known of before a page that was linked to', () => {
  expect(previousPage(FIRST)).toBeNull();
  expect(previousPage({ cursor: 'c', trail: [] })).toBeNull();
});

test.each([null, undefined, 'trail', { trail: 'a' }, {}])(
  'a history entry that holds %j tells no way',
  (state) => {
    expect(readTrail(state)).toEqual([]);
  },
);

test('a history entry tells the way that it holds', () => {
  expect(readTrail({ trail: ['', 'b', 3] })).toEqual(['', 'b']);
});
