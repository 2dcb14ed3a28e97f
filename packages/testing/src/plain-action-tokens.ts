import type { ActionTokens } from '@klaxon/application';
import { MESSAGE_ACTIONS } from '@klaxon/domain';

/** Tokens that anybody could make up, `acknowledge:<incident>:<version>:<time>`. */
export const plainActionTokens: ActionTokens = {
  sign: ({ kind, incidentId, version, offeredAt }) =>
    `${kind}:${incidentId}:${version}:${offeredAt}`,
  verify(token) {
    const [name, incidentId, version, offeredAt] = token.split(':');
    const kind = MESSAGE_ACTIONS.find((one) => one === name);
    return kind && incidentId
      ? { kind, incidentId, version: Number(version), offeredAt: Number(offeredAt) }
      : null;
  },
};
