import { describe, expect, test } from '@jest/globals';
import { DomainError } from '../shared/errors.ts';
import { changedDestination } from './channel-destination.ts';
import { fieldsToKeep, readChannelSettings, shownConfig } from './channel-settings.ts';
import type { ChannelFields, ChannelType } from './channel-type.ts';

const about = (name: string) => ({ name, label: name, help: '' });

/** With a field of every kind. */
const PAGER: ChannelType = {
  type: 'pager',
  label: 'Pager',
  fields: [
    {
      ...about('region'),
      kind: 'text',
      required: true,
      shape: { pattern: /^[a-z]+$/, message: 'must be small' },
    },
    { ...about('key'), kind: 'text', secret: true, goesWith: 'account' },
    { ...about('account'), kind: 'text' },
    { ...about('retries'), kind: 'number', min: 0, max: 9, fallback: 3, destination: true },
    { ...about('sealed'), kind: 'switch', destination: true },
    { ...about('copies'), kind: 'emails', required: true },
    { ...about('sender'), kind: 'email', required: true },
    {
      ...about('hook'),
      kind: 'address',
      protocols: ['https:'],
      required: true,
      shortened: true,
      destination: true,
    },
  ],
  check: ({ config }) =>
    config['region'] === 'moon' ? [{ path: 'config.region', message: 'is too far' }] : [],
  summary: () => 'Pages.',
};
const HOOK = 'https://hook.example.org/a-path-with-a-secret';
const SHOWN = 'https://hook.example.org/…cret';
const CONFIG = { region: 'eu', copies: ['a@example.org'], sender: 'b@example.org', hook: HOOK };

function faults(config: ChannelFields['config'], secrets: ChannelFields['secrets'] = {}) {
  try {
    readChannelSettings(PAGER, { config, secrets });
  } catch (error) {
    if (error instanceof DomainError)
      return error.faults.map(({ path, message }) => `${path}: ${message}`);
    throw error;
  }
  return [];
}

describe('fields that a type describes', () => {
  test('are read with their fallbacks, and null for what is not set', () => {
    const read = readChannelSettings(PAGER, { config: CONFIG, secrets: {} });
    expect(read).toEqual({
      type: 'pager',
      config: { ...CONFIG, account: null, retries: 3, sealed: false, hook: SHOWN },
      secrets: { key: null, hook: HOOK },
    });
    expect(readChannelSettings(PAGER, read)).toEqual(read);
  });

  test('are all judged, between each other too, and what is no field is refused', () => {
    expect(faults({ region: 'EU', retries: 10, more: 1 }, { key: 'k' })).toEqual([
      'config.region: must be small',
      'config.retries: must be a whole number from 0 to 9',
      'config.copies: must be a list of at least one e-mail address',
      'config.sender: is missing',
      'config.hook: is missing',
      'config.account: is missing: account and key go together',
      'config.more: is not a field here',
    ]);
    expect(faults({ ...CONFIG, region: 'moon' })).toEqual(['config.region: is too far']);
  });

  test('are kept sealed where they are shown in part', () => {
    const old = { config: CONFIG, secrets: { key: 'k' } };
    const kept = { config: { ...CONFIG, hook: SHOWN }, secrets: { key: 'k', hook: HOOK } };
    expect(fieldsToKeep(PAGER, old)).toEqual(kept);
    expect(shownConfig(PAGER, CONFIG)).toEqual(kept.config);
    expect(fieldsToKeep(undefined, old)).toEqual(old);
  });

  test('say where secrets go', () => {
    const before = { config: { retries: 3, sealed: true }, secrets: { hook: HOOK } };
    const after = { config: { sealed: false }, secrets: { hook: `${HOOK}2` } };
    expect(changedDestination(PAGER, before, after)).toEqual(['sealed', 'hook']);
    expect(changedDestination(PAGER, after, { ...after, config: { sealed: true } })).toEqual([]);
  });
});
