import { fitText, oneLine } from './channel-text.ts';

const LONGEST = 300;

/**
 * What a person reads of a failure: one line, short, and with none of the secrets in it, however
 * the other side repeats them (as they are, URL-encoded or in base64).
 */
export function errorText(text: string, secrets: readonly string[]): string {
  const spellings = secrets
    .filter((secret) => secret !== '')
    .flatMap((secret) => [
      secret,
      encodeURIComponent(secret),
      Buffer.from(secret).toString('base64'),
    ])
    .sort((a, b) => b.length - a.length);
  return fitText(
    spellings.reduce((clean, secret) => clean.replaceAll(secret, '***'), oneLine(text)),
    LONGEST,
  );
}
