import { createContext, use } from 'react';

/** How far what is shown can be trusted to be what is. */
export type LiveState =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'live' }
  /** Since then, in milliseconds, nothing was heard. */
  | { readonly kind: 'lost'; readonly since: number };

export const LiveContext = createContext<LiveState>({ kind: 'connecting' });

export function useLive(): LiveState {
  return use(LiveContext);
}
