import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { klaxon } from '../../api/klaxon.ts';
import { describeError } from '../../api/problem.ts';
import { type Incident, PAST, type QuickAction } from '../incident.ts';
import { describeFailures, type Failed as FailedOne } from './describe-failures.ts';
import { runPooled } from './run-pooled.ts';

const AT_ONCE = 4;

interface Job {
  readonly action: QuickAction;
  readonly incidents: readonly Incident[];
}

interface Failed extends FailedOne {
  readonly incident: Incident;
}

export type BulkState =
  | { readonly phase: 'idle' }
  | (Job & { readonly phase: 'asking' })
  | (Job & { readonly phase: 'running'; readonly done: number })
  | (Job & { readonly phase: 'failed'; readonly failures: readonly Failed[] });

export interface Bulk {
  readonly state: BulkState;
  /** Asks before it does it. */
  readonly ask: (job: Job) => void;
  readonly run: (job: Job) => void;
  readonly close: () => void;
}

interface Listeners {
  readonly onRun?: (incidents: readonly Incident[]) => void;
  readonly onDone?: () => void;
}

/** Acknowledges or resolves one incident or many, a few at a time, and says which it could not and why. */
export function useBulk({ onRun, onDone }: Listeners = {}): Bulk {
  const [state, setState] = useState<BulkState>({ phase: 'idle' });
  const isHere = useIsHere();
  const { mutate } = useMutation({
    meta: { saysItself: true },
    mutationFn: async (job: Job) => {
      const failures: Failed[] = [];
      let done = 0;
      await runPooled(job.incidents, AT_ONCE, async (incident) => {
        const error = await act(job.action, incident.id);
        if (error !== null) failures.push({ incident, why: describeError(error) });
        done += 1;
        // Whoever closed the dialog does not want it back.
        setState((before) =>
          isRunning(before, job) ? { ...job, phase: 'running', done } : before,
        );
      });
      return failures;
    },
    onSuccess: (failures, job) => {
      onDone?.();
      if (failures.length === 0) {
        // Whoever began something else meanwhile goes on with that.
        setState((before) => (isRunning(before, job) ? { phase: 'idle' } : before));
        notifications.show({
          color: 'teal',
          message: `${nameOf(job.incidents)} ${PAST[job.action]}.`,
        });
      } else if (isHere.current) setState({ ...job, phase: 'failed', failures });
      else
        notifications.show({
          color: 'red',
          autoClose: false,
          title: `Not ${PAST[job.action]}`,
          message: describeFailures(failures),
        });
    },
  });
  return {
    state,
    ask: (job) => setState({ ...job, phase: 'asking' }),
    run: (job) => {
      onRun?.(job.incidents);
      setState({ ...job, phase: 'running', done: 0 });
      mutate(job);
    },
    close: () => setState({ phase: 'idle' }),
  };
}

function isRunning(state: BulkState, job: Job): boolean {
  return state.phase === 'running' && state.incidents === job.incidents;
}

/** Whether the page that began it is still there to say what came of it. */
function useIsHere() {
  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);
  return isHere;
}

/** `#1042` of one, how many of several. */
export function nameOf(incidents: readonly Pick<Incident, 'number'>[]): string {
  const [first] = incidents;
  return incidents.length === 1 && first ? `#${first.number}` : `${incidents.length} incidents`;
}

/** @returns why it did not work; null where it did */
async function act(action: QuickAction, id: string): Promise<unknown> {
  const params = { path: { id } };
  try {
    const { error } =
      action === 'acknowledge'
        ? await klaxon.POST('/api/incidents/{id}/acknowledge', { params, body: {} })
        : await klaxon.POST('/api/incidents/{id}/resolve', { params });
    return error ?? null;
  } catch (error) {
    return error;
  }
}
