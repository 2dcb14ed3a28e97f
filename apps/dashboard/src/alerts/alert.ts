import type { components } from '@klaxon/sdk';

export type Alert = components['schemas']['Alert'];
