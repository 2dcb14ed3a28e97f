import { describe, expect, test } from '@jest/globals';
import { DEFAULT_FILTER, readFilter } from './list-filter.ts';
import { builtInViews, readViews, viewOf, withView } from './views.ts';

const NOW = Date.parse('2026-11-26T12:00:00.000Z');
const views = builtInViews('user-1', NOW);
const filterOf = (search: string) => readFilter(new URLSearchParams(search));

describe('the built-in views', () => {
  test('are known by their filters, however these are written', () => {
    expect(viewOf(views, DEFAULT_FILTER)?.name).toBe('Unresolved');
    expect(viewOf(views, filterOf('status=acknowledged,open'))?.name).toBe('Unresolved');
    expect(viewOf(views, filterOf('severity=critical'))?.name).toBe('Critical');
    expect(viewOf(views, filterOf('severity=critical&q=disk'))).toBeNull();
  });

  test('show what is mine where people sign in, and leave it out where nobody does', () => {
    const mine = views.find(({ name }) => name === 'Mine');
    expect(filterOf(mine?.search ?? '').assignee).toBe('user-1');
    expect(builtInViews(null, NOW).map(({ name }) => name)).not.toContain('Mine');
  });

  test('begin the week on Monday at midnight, and stay the same all week', () => {
    const resolved = views.find(({ name }) => name === 'Opened and resolved this week');
    const from = new Date(filterOf(resolved?.search ?? '').from);
    expect([from.getDay(), from.getHours(), from.getMinutes()]).toEqual([1, 0, 0]);
    expect(NOW - from.getTime()).toBeLessThan(7 * 86_400_000);
    expect(builtInViews('user-1', NOW + 86_400_000)).toEqual(views);
  });
});

describe('saved views', () => {
  test('replace one of the same name', () => {
    const before = [
      { name: 'Disks', search: 'q=disk' },
      { name: 'EU', search: 'label=region%3Deu' },
    ];
    expect(withView(before, { name: 'Disks', search: 'q=disks' })).toEqual([
      { name: 'EU', search: 'label=region%3Deu' },
      { name: 'Disks', search: 'q=disks' },
    ]);
  });

  test.each([undefined, 'nonsense', '{}', '[1, null, {"name": 1}]'])(
    'are none where the storage holds %s',
    (stored) => {
      expect(readViews(stored)).toEqual([]);
    },
  );

  test('are read as they were stored', () => {
    const view = { name: 'Disks', search: 'q=disk' };
    expect(readViews(JSON.stringify([view]))).toEqual([view]);
  });
});
