import { useEffect, useRef, useState } from 'react';
import { step } from './selection.ts';

export const rowLinkId = (id: string) => `incident-${id}`;

/** Which incident the keys are about. It is where the focus is or last was, so that screen readers follow. */
export function useRowFocus(order: readonly string[]) {
  const [current, setCurrent] = useState<string | null>(null);
  const lastIndex = useRef(0);

  // Whoever resolves one incident after the other goes on with the one that took its place.
  useEffect(() => {
    if (current === null) return;
    const index = order.indexOf(current);
    if (index !== -1) {
      lastIndex.current = index;
      return;
    }
    const next = order[Math.min(lastIndex.current, order.length - 1)] ?? null;
    setCurrent(next);
    if (next !== null && document.activeElement === document.body) focusRow(next);
  }, [order, current]);

  return {
    current,
    visit: setCurrent,
    /** For whoever lost the focus to what is gone. */
    resume: () => {
      if (current !== null && document.activeElement === document.body) focusRow(current);
    },
    move: (by: 1 | -1) => {
      const id = step(order, current, by);
      if (id === null) return;
      setCurrent(id);
      focusRow(id);
    },
  };
}

function focusRow(id: string): void {
  document.getElementById(rowLinkId(id))?.focus();
}
