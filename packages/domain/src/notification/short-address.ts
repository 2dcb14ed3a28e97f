/** What is cut off stands for more than it shows, so that nobody finds the rest by trying. */
const TAIL = 4;
const LONG_ENOUGH = 20;
const SHORT = /^https?:\/\/[^/?#]+\/…[^/?#]{0,4}$/;

/**
 * What people are shown of an address that may be a secret in itself: whose it is, and of a long one its
 * end, by which two can be told apart. What is short already stays as it is.
 */
export function shortAddress(address: string): string {
  if (isShortened(address)) return address;
  const url = URL.parse(address);
  if (url === null) return '…';
  const rest = `${url.pathname}${url.search}${url.hash}`;
  if (rest === '/') return `${url.origin}/`;
  return `${url.origin}/…${rest.length < LONG_ENOUGH ? '' : rest.slice(-TAIL)}`;
}

/** Whether it is what is shown in place of an address. */
export function isShortened(text: string): boolean {
  return SHORT.test(text);
}
