import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Instant } from '@klaxon/domain';

/** The folder of a demo. */
export interface DemoFolder {
  readonly path: string;
  /** Until when its past was played; null where it was not, or not to its end. */
  readonly playedUntil: Instant | null;
  markPlayed(until: Instant): void;
}

/** What a Klaxon keeps in its folder. */
const KLAXONS = ['postgres', 'secret.key', 'local-token'];

/**
 * The folder of a demo, made where it is missing. Null for one that holds a Klaxon which is none: no
 * invented incident may ever come among real ones.
 */
export function openDemoFolder(folder: string): DemoFolder | null {
  const path = resolve(folder);
  const marker = join(path, 'demo.json');
  const mark = (playedUntil: Instant | null) =>
    writeFileSync(marker, `${JSON.stringify({ playedUntil })}\n`);
  if (!existsSync(marker)) {
    if (KLAXONS.some((name) => existsSync(join(path, name)))) return null;
    mkdirSync(path, { recursive: true });
    mark(null);
  }
  return { path, playedUntil: readMark(readFileSync(marker, 'utf8')), markPlayed: mark };
}

function readMark(text: string): Instant | null {
  const mark: unknown = JSON.parse(text);
  const until = typeof mark === 'object' && mark !== null ? Reflect.get(mark, 'playedUntil') : null;
  return typeof until === 'number' ? until : null;
}
