import { createHmac } from 'node:crypto';
import type { Clock, SlackProof } from '@klaxon/application';
import { MINUTE, SECOND } from '@klaxon/domain';
import { isSameSecret } from '../../crypto/same-secret.ts';

const WINDOW = 5 * MINUTE;

/**
 * Whether Slack itself sent a request (https://docs.slack.dev/authentication/verifying-requests-from-slack),
 * within five minutes of now: earlier ones may be replays, and no later ones can exist.
 */
export function slackSignature(
  signingSecret: string,
  clock: Clock,
): (proof: SlackProof) => boolean {
  return ({ body, timestamp, signature }) => {
    if (!/^\d{1,12}$/.test(timestamp)) return false;
    if (Math.abs(clock.now() - Number(timestamp) * SECOND) > WINDOW) return false;
    const hmac = createHmac('sha256', signingSecret).update(`v0:${timestamp}:`).update(body);
    return isSameSecret(`v0=${hmac.digest('hex')}`, signature);
  };
}
