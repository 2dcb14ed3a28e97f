import type { IncidentStatus, MessageAction, MessageActionKind } from '@klaxon/domain';
import type { ActionTokens } from '../../ports/action-tokens.ts';
import type { Clock } from '../../ports/clock.ts';
import type { NotificationDeps } from './notification-deps.ts';

const OFFERED: Readonly<Record<IncidentStatus, readonly MessageActionKind[]>> = {
  open: ['acknowledge', 'resolve'],
  acknowledged: ['resolve'],
  resolved: [],
};

const LABELS: Readonly<Record<MessageActionKind, string>> = {
  acknowledge: 'Acknowledge',
  resolve: 'Resolve',
};

/** What the reader of a message may do from it: nothing where there are no tokens to prove it with. */
export function makeOfferActions(
  tokens: ActionTokens | null,
  publicUrl: string | null,
  clock: Clock,
): NotificationDeps['actionsFor'] {
  if (!tokens) return () => [];
  return ({ id, status, version }) =>
    OFFERED[status].map((kind): MessageAction => {
      const token = tokens.sign({ kind, incidentId: id, version, offeredAt: clock.now() });
      const url = publicUrl === null ? null : `${publicUrl}/act/${token}`;
      return { kind, label: LABELS[kind], token, url };
    });
}
