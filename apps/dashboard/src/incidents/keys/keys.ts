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

export const KEYS: Readonly<Record<Command, { readonly key: string; readonly does: string }>> = {
  next: { key: 'j', does: 'Go to the next incident' },
  previous: { key: 'k', does: 'Go to the incident before' },
  open: { key: 'Enter', does: 'Open the incident' },
  select: { key: 'x', does: 'Select the incident, or let it go' },
  acknowledge: { key: 'a', does: 'Acknowledge' },
  resolve: { key: 'r', does: 'Resolve; asks first' },
  note: { key: 'n', does: 'Write a note' },
  search: { key: '/', does: 'Search' },
  help: { key: '?', does: 'Show these keys' },
};

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
