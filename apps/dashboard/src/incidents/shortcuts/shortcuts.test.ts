import { describe, expect, test } from '@jest/globals';
import {
  type Command,
  commandFor,
  INCIDENT_SHORTCUTS,
  KEYS,
  type KeyPress,
  LIST_SHORTCUTS,
  usefulTo,
} from './shortcuts.ts';

const ALL: readonly Command[] = [
  'next',
  'previous',
  'open',
  'select',
  'acknowledge',
  'resolve',
  'note',
  'search',
  'help',
];

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  modified: false,
  repeated: false,
  on: 'page',
  ...more,
});

describe('a key', () => {
  test.each(ALL)('asks for %s', (command) => {
    expect(commandFor(press(KEYS[command].key), ALL)).toBe(command);
  });

  test('means nothing where its command is not possible', () => {
    expect(commandFor(press('a'), ['next', 'previous'])).toBeNull();
  });

  test.each([{ on: 'text' }, { on: 'overlay' }, { modified: true }] as const)(
    'means nothing with %j',
    (more) => {
      for (const command of ALL) expect(commandFor(press(KEYS[command].key, more), ALL)).toBeNull();
    },
  );

  test('that is Enter belongs to the link or button that has the focus; the others do not', () => {
    expect(commandFor(press('Enter', { on: 'control' }), ALL)).toBeNull();
    expect(commandFor(press('x', { on: 'control' }), ALL)).toBe('select');
  });

  test('that is held goes on through the list, but acts once', () => {
    expect(commandFor(press('j', { repeated: true }), ALL)).toBe('next');
    expect(commandFor(press('a', { repeated: true }), ALL)).toBeNull();
  });

  test('is no other command’s', () => {
    expect(new Set(ALL.map((command) => KEYS[command].key)).size).toBe(ALL.length);
  });
});

test('whoever may not change incidents is told of the other keys alone', () => {
  expect(usefulTo(true, LIST_SHORTCUTS.commands)).toEqual(LIST_SHORTCUTS.commands);
  expect(usefulTo(false, LIST_SHORTCUTS.commands)).toEqual([
    'next',
    'previous',
    'open',
    'search',
    'help',
  ]);
  expect(usefulTo(false, INCIDENT_SHORTCUTS.commands)).toEqual(['help']);
});
