import type { Ids } from '@klaxon/application';
import { v7 } from 'uuid';

export const uuidIds: Ids = { next: () => v7() };
