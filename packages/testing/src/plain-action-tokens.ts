import type { ActionTokens } from '@klaxon/application';
import { MESSAGE_ACTIONS } from '@klaxon/domain';

/** Tokens that anybody could make up, `acknowledge:<incident>`. */
export const plainActionTokens: ActionTokens = {
  sign: ({ kind, incidentId }) => `${kind}:${incidentId}`,
  verify(token) {
    const [name, incidentId] = token.split(':');
    const kind = MESSAGE_ACTIONS.find((one) => one === name);
    return kind && incidentId ? { kind, incidentId } : null;
  },
};
