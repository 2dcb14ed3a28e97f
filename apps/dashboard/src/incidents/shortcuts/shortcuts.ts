export type Command =
  | 'next'
  | 'previous'
  | 'open'
  | 'select'
  | 'acknowledge'
  | 'resolve'
  | 'note'
  | 'search'
  | 'help';

interface Key {
  readonly key: string;
  readonly does: string;
  /** Whether it takes somebody who may change incidents. */
  readonly changes?: true;
}

export const KEYS: Readonly<Record<Command, Key>> = {
  next: { key: 'j', does: 'Go to the next incident' },
  previous: { key: 'k', does: 'Go to the incident before' },
  open: { key: 'Enter', does: 'Open the incident' },
  select: { key: 'x', does: 'Select the incident, or let it go', changes: true },
  acknowledge: { key: 'a', does: 'Acknowledge', changes: true },
  resolve: { key: 'r', does: 'Resolve; asks first', changes: true },
  note: { key: 'n', does: 'Write a note', changes: true },
  search: { key: '/', does: 'Search' },
  help: { key: '?', does: 'Show these keys' },
};

export interface KeyGroup {
  /** Where these keys work. */
  readonly where: string;
  readonly commands: readonly Command[];
}

export const LIST_SHORTCUTS: KeyGroup = {
  where: 'In the list of incidents',
  commands: ['next', 'previous', 'open', 'select', 'acknowledge', 'resolve', 'search', 'help'],
};

export const INCIDENT_SHORTCUTS: KeyGroup = {
  where: 'At an incident',
  commands: ['acknowledge', 'resolve', 'note', 'help'],
};

/** Those that are of use to somebody who may change incidents, or may not. */
export function usefulTo(mayChange: boolean, commands: readonly Command[]): readonly Command[] {
  return commands.filter((command) => mayChange || KEYS[command].changes !== true);
}

export interface KeyPress {
  readonly key: string;
  /** With Ctrl, Alt or the command key: the browser's or the system's, not ours. */
  readonly modified: boolean;
  /** Held down. */
  readonly repeated: boolean;
  /** What has the focus. */
  readonly on: 'page' | 'control' | 'text' | 'overlay';
}

const WHILE_HELD: readonly Command[] = ['next', 'previous'];

/** What a key asks for, among what can be done here; null where it means nothing or belongs to somebody else. */
export function commandFor(press: KeyPress, possible: readonly Command[]): Command | null {
  const { key, modified, repeated, on } = press;
  if (modified || on === 'text' || on === 'overlay') return null;
  const command = possible.find((one) => KEYS[one].key === key);
  if (!command || (repeated && !WHILE_HELD.includes(command))) return null;
  // Enter presses the button or follows the link that has the focus.
  return command === 'open' && on === 'control' ? null : command;
}
