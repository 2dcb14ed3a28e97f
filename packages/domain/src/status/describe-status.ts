import { HOUR, type Instant } from '../shared/instant.ts';
import {
  SETUP_STEPS,
  type SetupStep,
  type StatusProblem,
  type StatusProblemKind,
  type SystemStatus,
} from './system-status.ts';

/** How far back failed messages and rejected alerts count. */
export const STATUS_LOOKS_BACK = 24 * HOUR;
/** More rejected alerts than this are only counted as many. */
export const REJECTED_COUNTED = 1_000;

/** A channel whose messages do not get through, since the last one that did. */
export interface FailingChannel {
  readonly channelId: string;
  readonly failures: number;
  readonly since: Instant;
  /** Without secrets. */
  readonly lastError: string | null;
}

export interface ChannelSetup {
  readonly id: string;
  readonly name: string;
  readonly enabled: boolean;
  /** Why it cannot be used at all. */
  readonly fault: string | null;
  readonly createdAt: Instant | null;
}

/** Something that Klaxon depends on and that is not as it should be. */
export interface Weakness {
  readonly kind: Extract<
    StatusProblemKind,
    | 'work_not_taken'
    | 'no_worker'
    | 'storage_failing'
    | 'clock_off'
    | 'alertmanager_unreachable'
    | 'migrations_unfinished'
  >;
  readonly detail: string;
  readonly since: Instant | null;
}

/** What the status is told from. */
export interface StatusFacts {
  readonly channels: readonly ChannelSetup[];
  readonly failing: readonly FailingChannel[];
  /** Of the last 24 h, the count at most one above `REJECTED_COUNTED`. */
  readonly rejected: { readonly count: number; readonly since: Instant } | null;
  readonly weaknesses: readonly Weakness[];
  /** When these first happened. */
  readonly firsts: Readonly<Record<Exclude<SetupStep['step'], 'channel_added'>, Instant | null>>;
  readonly openIncidents: number;
  readonly acknowledgedIncidents: number;
}

/** What is wrong, errors first, and what to do about it. */
export function describeStatus(facts: StatusFacts): SystemStatus {
  const problems = [
    ...channelProblems(facts),
    ...facts.weaknesses.map(weaknessProblem),
    ...rejectedAlerts(facts),
  ];
  const order = { error: 0, warning: 1 };
  return {
    problems: problems.sort((a, b) => order[a.severity] - order[b.severity]),
    setup: SETUP_STEPS.map((step) => setupStep(step, facts)),
    openIncidents: facts.openIncidents,
    acknowledgedIncidents: facts.acknowledgedIncidents,
  };
}

function channelProblems({ channels, failing }: StatusFacts): readonly StatusProblem[] {
  const enabled = channels.filter((channel) => channel.enabled);
  if (enabled.length === 0) {
    const message =
      channels.length === 0
        ? 'There is no channel, so nobody is told of an incident. Add one.'
        : 'All channels are disabled, so nobody is told of an incident. Enable one.';
    return [{ kind: 'no_channel', severity: 'error', message, since: null, link: '/channels' }];
  }
  return enabled.flatMap(({ id, name, fault }): readonly StatusProblem[] => {
    const at = { severity: 'error', link: '/channels' } as const;
    if (fault !== null) {
      const message = `The channel ${name} cannot be used: ${sentence(fault)}`;
      return [{ ...at, kind: 'channel_unusable', message, since: null }];
    }
    const failed = failing.find(({ channelId }) => channelId === id);
    if (!failed) return [];
    const { failures, since, lastError } = failed;
    const what = failures === 1 ? 'The last message' : `The last ${failures} messages`;
    const why = sentence(lastError ?? 'nobody knows why.');
    const message = `${what} to the channel ${name} did not get through: ${why} Look at its settings, then send a test message.`;
    return [{ ...at, kind: 'channel_failing', message, since }];
  });
}

function rejectedAlerts({ rejected }: StatusFacts): readonly StatusProblem[] {
  if (!rejected) return [];
  const { count, since } = rejected;
  const times = count > REJECTED_COUNTED ? `more than ${REJECTED_COUNTED} times` : `${count} times`;
  const message = `Within 24 h alerts were not taken in ${count === 1 ? 'once' : times}: they could not be read, or their sender has no valid key. Look at why, and mend what sends them.`;
  return [
    { kind: 'alerts_rejected', severity: 'warning', message, since, link: '/alerts/rejected' },
  ];
}

const REMEDIES: Readonly<
  Record<Weakness['kind'], Pick<StatusProblem, 'severity'> & { readonly remedy: string }>
> = {
  work_not_taken: {
    severity: 'error',
    remedy: 'Nobody may be told of incidents: look at the log of the worker, and start it again.',
  },
  no_worker: {
    severity: 'error',
    remedy: 'Nobody is told of incidents: start one, and look at its log if it does not stay.',
  },
  storage_failing: {
    severity: 'error',
    remedy: 'Senders repeat what was refused; until then nobody is told of it.',
  },
  clock_off: {
    severity: 'warning',
    remedy: 'Klaxon goes by the database, so no page is late for it. Check the time service.',
  },
  migrations_unfinished: {
    severity: 'error',
    remedy: 'Ask "klaxon migrate status" which ones, and start Klaxon again.',
  },
  alertmanager_unreachable: {
    severity: 'warning',
    remedy:
      'Until then alerts that end unannounced are not noticed. Check ALERTMANAGER_URL, and that it runs.',
  },
};

function weaknessProblem({ kind, detail, since }: Weakness): StatusProblem {
  const { severity, remedy } = REMEDIES[kind];
  return { kind, severity, message: `${sentence(detail)} ${remedy}`, since, link: null };
}

function setupStep(step: SetupStep['step'], { firsts, channels }: StatusFacts): SetupStep {
  if (step !== 'channel_added') return { step, done: firsts[step] !== null, at: firsts[step] };
  // Of the environment's channels nobody knows since when they are there.
  const times = channels.flatMap(({ createdAt }) => createdAt ?? []);
  return {
    step,
    done: channels.length > 0,
    at: times.length === 0 ? null : Math.min(...times),
  };
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
