import { invalid } from '@klaxon/domain';

/**
 * The normal spelling of an address to post to.
 *
 * @throws DomainError `invalid` for anything but an http(s) address without a user in it
 */
export function httpAddress(text: string): string {
  const url = URL.parse(text.trim());
  if (url === null || !['http:', 'https:'].includes(url.protocol))
    throw invalid('url', 'must be an address that starts with https:// or http://');
  if (url.username !== '' || url.password !== '')
    throw invalid('url', 'must not hold a user or a password');
  return url.href;
}

/** What of an address may open doors and must not be shown: all of it, and its path. */
export function secretsOfAddress(address: string): readonly string[] {
  const { pathname, search } = new URL(address);
  return [address, `${pathname}${search}`, pathname].filter((part) => part.length > 1);
}
