import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from '@jest/globals';

/**
 * Holds `text` against a file that a person has looked at. Where there is none it is written, and the test
 * fails, so that somebody looks: to change one on purpose, delete it and run the test twice.
 */
export function expectGolden(folder: string, name: string, text: string): void {
  const file = join(folder, '__golden__', name);
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${text}\n`);
    throw new Error(`${name} is new: look at it, and run the test again`);
  }
  expect(`${text}\n`).toBe(readFileSync(file, 'utf8'));
}

export function asJson(value: unknown): string {
  return JSON.stringify(value, null, 2);
}
