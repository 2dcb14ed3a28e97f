import type { Passwords } from '@klaxon/application';
import { hash, verify } from '@node-rs/argon2';

/** argon2id as OWASP asks: 19 MiB and two passes take about 30 ms of one core, so a flood of sign-ins stays bearable. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const CURRENT = `$argon2id$v=19$m=${PARAMETERS.memoryCost},t=${PARAMETERS.timeCost},p=${PARAMETERS.parallelism}$`;

/** Passwords by argon2id. They are hashed in Node's four background threads: that is how many are worked on at once. */
export function argon2Passwords(): Passwords {
  // Compared with where there is no password, so that nobody can tell by the time it takes.
  const decoy = hash('nobody has this password', PARAMETERS);
  return {
    hash: (password) => hash(password, PARAMETERS),
    async verify(stored, password) {
      const matches = await verify(stored ?? (await decoy), password);
      return {
        matches: stored !== null && matches,
        outdated: stored !== null && !stored.startsWith(CURRENT),
      };
    },
  };
}
