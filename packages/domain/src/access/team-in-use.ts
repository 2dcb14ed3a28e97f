import { conflict } from '../shared/errors.ts';

/** Names of what belongs to a team. */
export interface TeamBelongings {
  readonly services: readonly string[];
  readonly apiKeys: readonly string[];
  readonly integrations: readonly string[];
}

const NAMED = 3;

/**
 * What belongs to a team that goes must go elsewhere first: without a team it would be everybody's.
 *
 * @throws DomainError `conflict` that says what there is
 */
export function expectNothingLeft({ services, apiKeys, integrations }: TeamBelongings): void {
  const left = [
    listed('service', services),
    listed('API key', apiKeys),
    listed('integration', integrations),
  ].filter((part) => part !== null);
  if (left.length > 0)
    throw conflict(
      `This team still has ${left.join(', and ')}. Give them to another team or delete them first.`,
    );
}

function listed(noun: string, names: readonly string[]): string | null {
  if (names.length === 0) return null;
  const rest = names.length - NAMED;
  const shown = [...names]
    .sort()
    .slice(0, NAMED)
    .map((name) => `"${name}"`);
  const all = [...shown, ...(rest > 0 ? [`${rest} more`] : [])].join(', ');
  return `the ${names.length === 1 ? noun : `${noun}s`} ${all}`;
}
