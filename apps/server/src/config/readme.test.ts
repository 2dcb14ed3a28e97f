import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { ENV_NAMES } from './env.ts';

const README = readFileSync(new URL('../../../../README.md', import.meta.url), 'utf8');

test('the table of the README has every variable that Klaxon reads, and no other', () => {
  const names = README.split('\n')
    .map((line) => /^\|((?: `[A-Z][A-Z_]+`,?)+) +\|/.exec(line)?.[1] ?? '')
    .flatMap((cell) => cell.match(/[A-Z][A-Z_]+/g) ?? []);
  expect(names.sort()).toEqual([...ENV_NAMES].sort());
});
