import { useLocalStorage, useWindowEvent } from '@mantine/hooks';
import { type Command, commandFor, type KeyPress } from './shortcuts.ts';

/** Single keys get in the way of speech input and some assistive technology, so they can be turned off. */
export function useKeysSwitch() {
  return useLocalStorage({
    key: 'klaxon-keys',
    defaultValue: true,
    getInitialValueInEffect: false,
  });
}

/** Does what keys ask for; commands without a handler are not possible now. */
export function useShortcuts(handlers: Partial<Readonly<Record<Command, () => void>>>): void {
  const [on] = useKeysSwitch();
  useWindowEvent('keydown', (event) => {
    if (!on || event.defaultPrevented) return;
    const possible = Object.keys(handlers).filter((name) => isCommand(handlers, name));
    const command = commandFor(pressOf(event), possible);
    if (!command) return;
    event.preventDefault();
    handlers[command]?.();
  });
}

function isCommand(handlers: object, name: string): name is Command {
  return name in handlers;
}

function pressOf(event: KeyboardEvent): KeyPress {
  const { key, ctrlKey, metaKey, altKey, repeat, target } = event;
  return { key, modified: ctrlKey || metaKey || altKey, repeated: repeat, on: placeOf(target) };
}

const TYPING =
  'textarea, select, [contenteditable="true"], input:not([type="checkbox"], [type="radio"], [type="button"])';

function placeOf(target: EventTarget | null): KeyPress['on'] {
  if (document.querySelector('[aria-modal="true"]')) return 'overlay';
  if (!(target instanceof Element)) return 'page';
  if (target.closest('[role="menu"], [role="listbox"], [role="dialog"]')) return 'overlay';
  if (target.matches(TYPING)) return 'text';
  return target.closest('a, button, input, summary') ? 'control' : 'page';
}
