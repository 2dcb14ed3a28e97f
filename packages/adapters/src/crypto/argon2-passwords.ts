import type { Passwords } from '@klaxon/application';
import { DomainError } from '@klaxon/domain';
import { hash, verify } from '@node-rs/argon2';

/** argon2id as OWASP asks: 19 MiB and two passes take about 30 ms of one core, so a flood of sign-ins stays bearable. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const CURRENT = `$argon2id$v=19$m=${PARAMETERS.memoryCost},t=${PARAMETERS.timeCost},p=${PARAMETERS.parallelism}$`;
/** Half of Node's background threads: files and names of hosts need the others. */
const AT_ONCE = 2;
/** About two seconds of work; whoever comes after that would wait for longer than people do. */
const MAY_WAIT = 100;

/** Passwords by argon2id, a few at a time. Share one: each has a queue of its own. */
export function argon2Passwords(): Passwords {
  const inTurn = makeTurns();
  // Compared with where there is no password, so that nobody can tell by the time it takes.
  const decoy = hash('nobody has this password', PARAMETERS);
  return {
    hash: (password) => inTurn(() => hash(password, PARAMETERS)),
    async verify(stored, password) {
      const compared = stored ?? (await decoy);
      const matches = await inTurn(() => verify(compared, password));
      return {
        matches: stored !== null && matches,
        outdated: stored !== null && !stored.startsWith(CURRENT),
      };
    },
  };
}

function makeTurns() {
  const waiting: (() => void)[] = [];
  let working = 0;
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (working < AT_ONCE) working += 1;
    else if (waiting.length < MAY_WAIT) await new Promise<void>((turn) => waiting.push(turn));
    else
      throw new DomainError(
        'unavailable',
        'Too many people sign in at this moment. Try again in a few seconds.',
        [],
        { retryAfterSeconds: 3 },
      );
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else working -= 1;
    }
  };
}
