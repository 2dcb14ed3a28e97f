import { useEffect, useRef, useState } from 'react';
import { step } from './selection.ts';

export const rowLinkId = (id: string) => `incident-${id}`;

/** Which incident the keys are about. It is where the focus is or last was, so that screen readers follow. */
export function useRowFocus(order: readonly string[]) {
  const [current, setCurrent] = useState<string | null>(null);
  const place = useRef(0);
  const before = useRef(order);
  const acted = useRef<ReadonlySet<string>>(new Set());

  useEffect(() => {
    // Another page, or other filters: it begins at the top.
    if (!order.some((id) => before.current.includes(id))) place.current = 0;
    before.current = order;
    if (current === null) return;
    const index = order.indexOf(current);
    if (index !== -1) {
      place.current = index;
      return;
    }
    // Whoever resolves one incident after the other goes on with the one that took its place. Where
    // somebody else took it away, the keys must not be about one that nobody chose.
    const next = acted.current.has(current)
      ? (order[Math.min(place.current, order.length - 1)] ?? null)
      : null;
    setCurrent(next);
    if (next !== null && document.activeElement === document.body) focusRow(next);
  }, [order, current]);

  return {
    current,
    visit: setCurrent,
    /** These may go away by what is done to them here. */
    actOn: (ids: readonly string[]) => {
      acted.current = new Set(ids);
    },
    /** For whoever lost the focus to what is gone. */
    resume: () => {
      if (current !== null && document.activeElement === document.body) focusRow(current);
    },
    move: (by: 1 | -1) => {
      const id = step(order, current, by, place.current);
      if (id === null) return;
      setCurrent(id);
      focusRow(id);
    },
  };
}

function focusRow(id: string): void {
  document.getElementById(rowLinkId(id))?.focus();
}
