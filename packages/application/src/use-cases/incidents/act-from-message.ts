import {
  ACTION_LIFETIME,
  type Actor,
  DomainError,
  type MessageActionKind,
  type NumberedIncident,
} from '@klaxon/domain';
import type { ActionTokens, OfferedAction } from '../../ports/action-tokens.ts';
import type { Clock } from '../../ports/clock.ts';
import type { IncidentQueries } from '../../queries/incident-queries.ts';
import { nameIn, type PersonNames } from '../../queries/person-names.ts';
import type { IncidentUseCases } from './incident-use-cases.ts';

/**
 * `possible`: nobody did it yet. `done`: this very request did it. `already`: it is as the person wants
 * it. `too-late`: it makes no sense any more, or is not offered any more.
 */
export type ActionState = 'possible' | 'done' | 'already' | 'too-late';

export interface ActionOutcome {
  readonly kind: MessageActionKind;
  readonly incident: NumberedIncident;
  readonly state: ActionState;
  /** One sentence for the person who acts. */
  readonly text: string;
}

/** Who acts, as far as their channel knows. */
export interface MessageActor {
  readonly id: string;
  /** Whether the id names one person, who then has the incident; a link in a mail names nobody. */
  readonly takesOver: boolean;
}

/** Acting by a token. Null: Klaxon never gave this token, or its incident is gone. */
export interface MessageActions {
  /** What the token would do now. Changes nothing. */
  preview(token: string): Promise<ActionOutcome | null>;
  /** Does it, unless it is done already. A second press changes nothing and hands nothing over. */
  act(token: string, actor: MessageActor): Promise<ActionOutcome | null>;
}

interface MessageDeps extends Pick<IncidentUseCases, 'acknowledgeIncident' | 'resolveIncident'> {
  /** Null where nothing is offered: then no token is any good. */
  readonly tokens: ActionTokens | null;
  readonly incidents: Pick<IncidentQueries, 'get' | 'reopenedAtVersion'>;
  readonly personNames: PersonNames;
  readonly clock: Clock;
}

export function makeMessageActions(deps: MessageDeps): MessageActions {
  const { tokens, incidents, personNames, clock } = deps;

  async function judgeNow(action: OfferedAction): Promise<ActionOutcome | null> {
    const { kind, incidentId } = action;
    try {
      const { incident } = await incidents.get(incidentId);
      const ended = incident.status === 'resolved' ? null : await whyEnded(action, incident);
      if (ended !== null) return { kind, incident, state: 'too-late', text: ended };
      const by = incident.status === 'open' ? null : incident.acknowledgedBy;
      return judge(kind, incident, nameIn(await personNames([by]), by));
    } catch (error) {
      if (isOfKind(error, 'not-found')) return null;
      throw error;
    }
  }

  /** Whoever holds a message from before must not act on what came after it. */
  async function whyEnded(
    { incidentId, version, offeredAt }: OfferedAction,
    { number }: NumberedIncident,
  ): Promise<string | null> {
    if (((await incidents.reopenedAtVersion(incidentId)) ?? 0) > version)
      return `#${number} was resolved and opened again since this was sent. Open the incident itself to act on it.`;
    return clock.now() >= offeredAt + ACTION_LIFETIME
      ? `This was offered more than seven days ago. Open #${number} itself to act on it.`
      : null;
  }

  return {
    async preview(token) {
      const action = tokens?.verify(token);
      return action ? judgeNow(action) : null;
    },
    async act(token, by) {
      const action = tokens?.verify(token);
      if (!action) return null;
      const before = await judgeNow(action);
      if (before?.state !== 'possible') return before;
      try {
        const incident = await perform(deps, action, by);
        return {
          kind: action.kind,
          incident,
          state: 'done',
          text: told(action.kind, incident, by),
        };
      } catch (error) {
        // Somebody else was faster by a moment.
        const after = isOfKind(error, 'conflict') ? await judgeNow(action) : null;
        if (!after || after.state === 'possible') throw error;
        return after;
      }
    },
  };
}

function perform(
  { acknowledgeIncident, resolveIncident }: MessageDeps,
  { kind, incidentId }: OfferedAction,
  { id, takesOver }: MessageActor,
): Promise<NumberedIncident> {
  const actor: Actor = { kind: 'person', id, ...(!takesOver && { isAnybody: true }) };
  switch (kind) {
    case 'acknowledge':
      return acknowledgeIncident({ incidentId, actor });
    case 'resolve':
      return resolveIncident({ incidentId, actor });
  }
}

function told(kind: MessageActionKind, { number }: NumberedIncident, { id }: MessageActor): string {
  return kind === 'acknowledge'
    ? `#${number} acknowledged by ${id}.`
    : `#${number} resolved by ${id}.`;
}

function judge(
  kind: MessageActionKind,
  incident: NumberedIncident,
  acknowledgedBy: string | null,
): ActionOutcome {
  const name = `#${incident.number}`;
  const outcome = (state: ActionState, text: string) => ({ kind, incident, state, text });
  if (incident.status === 'resolved') {
    const how =
      incident.resolution === 'merged' ? 'was merged into another' : 'is already resolved';
    return kind === 'resolve'
      ? outcome('already', `${name} ${how}.`)
      : outcome('too-late', `${name} ${how}; there is nothing left to acknowledge.`);
  }
  if (kind === 'acknowledge' && incident.status === 'acknowledged')
    return outcome('already', `${name} is already acknowledged by ${acknowledgedBy}.`);
  return outcome('possible', `${name} is ${incident.status}.`);
}

function isOfKind(error: unknown, kind: DomainError['kind']): boolean {
  return error instanceof DomainError && error.kind === kind;
}
