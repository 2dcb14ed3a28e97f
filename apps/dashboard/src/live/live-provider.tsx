import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useEffectEvent, useState } from 'react';
import { useAlarm } from './alarm.ts';
import { LiveContext, type LiveState } from './live.ts';
import { followEvents } from './shared-stream.ts';

/** In a storm, lists are loaded anew this often and no more. */
const GATHER_FOR = 400;
/** What an event of an incident changes. */
const CHANGES = /^\/api\/(incidents|alerts|metrics|status|notifications)/;

/** Keeps what is shown up to date with what happens, and rings when an incident opens. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const queries = useQueryClient();
  const [state, setState] = useState<LiveState>({ kind: 'connecting' });
  const { ring } = useAlarm();
  const onAlarm = useEffectEvent(ring);

  useEffect(() => {
    let pending: ReturnType<typeof setTimeout> | undefined;
    const refresh = () => {
      pending = undefined;
      void queries.invalidateQueries({
        predicate: ({ queryKey }) => CHANGES.test(String(queryKey[1])),
      });
    };
    const stop = followEvents({
      onState: setState,
      onReset: () => void queries.invalidateQueries(),
      onEvent: (event, first) => {
        if (first) onAlarm(event);
        pending ??= setTimeout(refresh, GATHER_FOR);
      },
    });
    return () => {
      clearTimeout(pending);
      stop();
    };
  }, [queries]);

  return <LiveContext value={state}>{children}</LiveContext>;
}
