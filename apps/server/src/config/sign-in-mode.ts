import type { SignInMode } from '../http/request/sign-in-mode.ts';
import type { Config } from './config.ts';

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i;

export function isLoopback(host: string): boolean {
  return LOOPBACK.test(host);
}

/**
 * Nobody signs in where Klaxon was started for one person at one machine: by `start`, on loopback, and
 * not made known under another name. SIGN_IN can only ask for more.
 */
export function signInMode(
  { host, publicUrl, signInWanted }: Pick<Config, 'host' | 'publicUrl' | 'signInWanted'>,
  { embedded }: { readonly embedded: boolean },
): SignInMode {
  const local =
    embedded &&
    !signInWanted &&
    isLoopback(host) &&
    (publicUrl === null || isLoopback(new URL(publicUrl).hostname));
  return local ? 'local' : 'sign-in';
}
