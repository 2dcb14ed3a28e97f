import type { components } from '@klaxon/sdk';
import { createContext, use } from 'react';

export type Profile = components['schemas']['Profile'];
export type Permission = components['schemas']['Scope'];

export const SessionContext = createContext<Profile | null>(null);

/** Who is signed in, and what they may. */
export function useSession(): Profile {
  const profile = use(SessionContext);
  if (!profile) throw new Error('useSession works inside the entrance alone');
  return profile;
}

/** Whether the person may do this at all; the server has the last word on each incident. */
export function useMay(permission: Permission): boolean {
  return useSession().permissions.includes(permission);
}
