import { VisuallyHidden } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { Incident } from '../incident.ts';
import { announce, newcomers } from './newcomers.ts';

interface NewcomersRegionProps {
  readonly incidents: readonly Incident[];
  /** Names what the list shows: incidents that another filter brings in are not new. */
  readonly list: string;
}

/** Says to screen readers that incidents opened, without taking the focus from anybody. */
export function NewcomersRegion({ incidents, list }: NewcomersRegionProps) {
  const [said, setSaid] = useState('');
  const seen = useRef({ list, incidents });
  useEffect(() => {
    const before = seen.current;
    seen.current = { list, incidents };
    if (before.list !== list) return setSaid('');
    const text = announce(newcomers(before.incidents, incidents));
    if (text !== '') setSaid(text);
  }, [list, incidents]);
  return <VisuallyHidden role="status">{said}</VisuallyHidden>;
}
