import type { Actor } from '@klaxon/domain';

export const ALICE: Actor = { kind: 'person', id: 'alice' };
export const BOB: Actor = { kind: 'person', id: 'bob' };
