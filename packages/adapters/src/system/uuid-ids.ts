import { randomUUIDv7 } from 'node:crypto';
import type { Ids } from '@klaxon/application';

export const uuidIds: Ids = { next: () => randomUUIDv7() };
