import type { ActionOutcome, ActionState, MessageActions, MessageActor } from '@klaxon/application';
import { makeLabels } from '@klaxon/domain';

interface Press {
  readonly token: string;
  readonly actor: MessageActor;
}

export interface ScriptedActions extends MessageActions {
  readonly presses: readonly Press[];
}

/** Answers every press with this, or fails with it. Null is the answer to a token that never was. */
export function scriptedActions(answer: ActionOutcome | Error | null): ScriptedActions {
  const presses: Press[] = [];
  return {
    presses,
    preview: async () => null,
    async act(token, actor) {
      presses.push({ token, actor });
      if (answer instanceof Error) throw answer;
      return answer;
    },
  };
}

export function outcome(state: ActionState, text = 'It is as it is.'): ActionOutcome {
  return {
    kind: 'acknowledge',
    state,
    text,
    incident: {
      id: '0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d10',
      number: 1042,
      title: 'Disk full',
      description: null,
      status: 'open',
      severity: 'high',
      labels: makeLabels([]),
      groupKey: null,
      assigneeId: null,
      createdAt: 0,
      updatedAt: 0,
      snoozedUntil: null,
      staleSince: null,
      version: 1,
    },
  };
}
