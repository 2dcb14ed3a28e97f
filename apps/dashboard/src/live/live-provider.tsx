import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useEffectEvent, useState } from 'react';
import { isOwnEcho } from '../api/own-changes.ts';
import { PROFILE } from '../api/query-client.ts';
import { useBell } from './alarm.ts';
import { isChanged } from './changed-queries.ts';
import { LiveContext, type LiveState } from './live.ts';
import { makeRefresher } from './refresher.ts';
import { makeRinger } from './ringer.ts';
import { followEvents } from './shared-stream.ts';

/** Keeps what is shown up to date with what happens, and rings when an incident opens. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const queries = useQueryClient();
  const [state, setState] = useState<LiveState>({ kind: 'connecting' });
  const bell = useBell();
  const onRing = useEffectEvent(() => bell);

  useEffect(() => {
    const refresher = makeRefresher(
      (round) =>
        queries.invalidateQueries(
          { predicate: ({ queryKey }) => isChanged(queryKey, round) },
          // What is under way is waited for: begun again and again, it would never arrive.
          { cancelRefetch: false },
        ),
      () => document.hidden,
    );
    const ring = makeRinger(() => onRing());
    const stop = followEvents({
      onState: setState,
      onReset: () => refresher.reset(),
      // Perhaps the session has ended: then the way in is shown.
      onRefused: () => void queries.invalidateQueries({ queryKey: PROFILE }),
      onEvent: (event, first) => {
        if (!isOwnEcho(event)) refresher.changed(event.incident_id);
        if (first) ring(event);
      },
    });
    return () => {
      refresher.stop();
      stop();
    };
  }, [queries]);

  return <LiveContext value={state}>{children}</LiveContext>;
}
