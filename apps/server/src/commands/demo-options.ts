import { parseArgs } from 'node:util';
import type { Instant } from '@klaxon/domain';

export interface DemoOptions {
  readonly seed: number;
  readonly days: number;
  /** What is taken for the present; null for the present. */
  readonly at: Instant | null;
  readonly quiet: boolean;
}

export const DEMO_USAGE = `Usage: klaxon demo [--days <1 to 90>] [--seed <number>] [--at <time>] [--quiet]

  --days    how much of the past to invent (default 30)
  --seed    another number invents another past
  --at      takes this for the present, such as 2026-11-24T12:00:00Z
  --quiet   nothing more happens by itself`;

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

/** Null where the call is wrong. */
export function readDemoOptions(args: readonly string[]): DemoOptions | null {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        seed: { type: 'string', default: '7' },
        days: { type: 'string', default: '30' },
        at: { type: 'string' },
        quiet: { type: 'boolean', default: false },
      },
    });
    const at = values.at === undefined ? null : Date.parse(values.at);
    const [seed, days] = [Number(values.seed), Number(values.days)];
    const isTime = values.at === undefined || (TIME.test(values.at) && !Number.isNaN(at));
    if (!isTime || !/^\d{1,9}$/.test(values.seed) || !/^\d{1,2}$/.test(values.days)) return null;
    return days >= 1 && days <= 90 ? { seed, days, at, quiet: values.quiet } : null;
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
