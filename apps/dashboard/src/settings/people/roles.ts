import type { components } from '@klaxon/sdk';

export type User = components['schemas']['User'];
export type Role = components['schemas']['Role'];

export const ROLES: readonly {
  readonly value: Role;
  readonly label: string;
  readonly help: string;
}[] = [
  { value: 'viewer', label: 'Viewer', help: 'Reads everything, changes nothing.' },
  { value: 'responder', label: 'Responder', help: 'Acts on the incidents of their teams.' },
  { value: 'admin', label: 'Admin', help: 'Acts on everything, and sets Klaxon up.' },
];
