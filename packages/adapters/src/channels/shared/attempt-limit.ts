import { type Milliseconds, SECOND } from '@klaxon/domain';

/** No attempt takes longer, however many calls it needs: well under the age at which a claim expires. */
export const ATTEMPT_LIMIT: Milliseconds = 25 * SECOND;
