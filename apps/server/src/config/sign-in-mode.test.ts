import { expect, test } from '@jest/globals';
import { signInMode } from './sign-in-mode.ts';

const START = { embedded: true };
const API = { embedded: false };
const HERE = { host: '127.0.0.1', publicUrl: null, signInWanted: false };

test.each([
  ['started on this machine, for this machine', HERE, START, 'local'],
  ['under another name of loopback', { ...HERE, host: '::1' }, START, 'local'],
  ['with its own address said', { ...HERE, publicUrl: 'http://localhost:8080' }, START, 'local'],
  ['listening to others', { ...HERE, host: '0.0.0.0' }, START, 'sign-in'],
  ['on one address of the network', { ...HERE, host: '192.168.1.7' }, START, 'sign-in'],
  ['known by a name', { ...HERE, publicUrl: 'https://klaxon.example.org' }, START, 'sign-in'],
  [
    'by a name that only looks local',
    { ...HERE, publicUrl: 'http://127.0.0.1.example.org' },
    START,
    'sign-in',
  ],
  ['when that is asked for', { ...HERE, signInWanted: true }, START, 'sign-in'],
  ['as one of several processes', HERE, API, 'sign-in'],
] as const)('%s', (_what, config, roles, mode) => {
  expect(signInMode(config, roles)).toBe(mode);
});
