import { useDidUpdate } from '@mantine/hooks';
import { useRef } from 'react';

/**
 * Whoever presses a button that goes away by what it does goes on at the first of those that are left.
 *
 * @param state changes when the buttons do
 * @param busy while none of them can be pressed
 */
export function useNextFocus(state: string, busy: boolean) {
  const group = useRef<HTMLDivElement>(null);
  const pressedIn = useRef<string | null>(null);
  useDidUpdate(() => {
    if (busy || pressedIn.current === null) return;
    if (document.activeElement === document.body) group.current?.querySelector('button')?.focus();
    // It can be done before it shows: then the button is still to go away.
    if (state !== pressedIn.current) pressedIn.current = null;
  }, [state, busy]);
  return {
    ref: group,
    onClick: () => {
      pressedIn.current = state;
    },
  };
}
