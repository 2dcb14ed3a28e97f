import { createHmac } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { MINUTE, SECOND } from '@klaxon/domain';
import { MovableClock } from '@klaxon/testing';
import { slackSignature } from './slack-signature.ts';

/** The example of Slack's own documentation. */
const SECRET = '8f742231b10e8888abcd99yyyzzz85a5';
const TIMESTAMP = 1_531_420_618;
const BODY =
  'token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c';
const SIGNATURE = 'v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503';

const proof = {
  body: Buffer.from(BODY),
  timestamp: String(TIMESTAMP),
  signature: SIGNATURE,
};

/** Whether it counts `later` than it was signed, or before. */
function countsAt(later: number, changed: Partial<typeof proof> = {}): boolean {
  const clock = new MovableClock(TIMESTAMP * SECOND + later);
  return slackSignature(SECRET, clock)({ ...proof, ...changed });
}

function signed(timestamp: string): typeof proof {
  const hmac = createHmac('sha256', SECRET).update(`v0:${timestamp}:${BODY}`);
  return { body: proof.body, timestamp, signature: `v0=${hmac.digest('hex')}` };
}

describe('the signature of Slack', () => {
  test('of the documentation counts', () => {
    expect(countsAt(0)).toBe(true);
  });

  test.each([
    [5 * MINUTE, true],
    [5 * MINUTE + SECOND, false],
    [-5 * MINUTE, true],
    [-5 * MINUTE - SECOND, false],
  ])('seen %i ms after it was made: %s', (later, counts) => {
    expect(countsAt(later)).toBe(counts);
  });

  test('counts for no other body, not by a byte', () => {
    expect(countsAt(0, { body: Buffer.from(`${BODY} `) })).toBe(false);
    expect(countsAt(0, { body: Buffer.alloc(0) })).toBe(false);
  });

  test('counts for no other time', () => {
    expect(countsAt(0, { timestamp: String(TIMESTAMP + 1) })).toBe(false);
  });

  test.each([
    '',
    'v0=',
    SIGNATURE.slice(0, -1),
    SIGNATURE.toUpperCase(),
    `${SIGNATURE}0`,
    'undefined',
  ])('%j is none', (signature) => expect(countsAt(0, { signature })).toBe(false));

  test.each(['', 'NaN', 'undefined', '1e9', ' 1531420618', '1531420618.0', '-1', '9'.repeat(30)])(
    'a time written %j is none, even signed',
    (timestamp) => expect(countsAt(0, signed(timestamp))).toBe(false),
  );

  test('of another secret does not count', () => {
    const clock = new MovableClock(TIMESTAMP * SECOND);
    expect(slackSignature('another secret', clock)(proof)).toBe(false);
  });
});
