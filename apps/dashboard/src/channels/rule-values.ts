import type { components } from '@klaxon/sdk';
import type { Severity } from '../shared/severity-badge.tsx';
import { KINDS, type Kind, type RuleParts } from './rule-words.ts';

/** A matcher as it is typed; the key tells the rows of a form apart. */
export interface MatcherValue {
  readonly key: number;
  readonly name: string;
  readonly value: string;
  readonly negated: boolean;
}

/** What stands in the form: an empty list is any. */
export interface RuleValues {
  readonly severities: readonly Severity[];
  readonly services: readonly string[];
  /** Incidents that have no service, beside those of the services or alone. */
  readonly noService: boolean;
  readonly kinds: readonly string[];
  readonly matchers: readonly MatcherValue[];
}

export function ruleValuesOf(rule: RuleParts | null): RuleValues {
  const services = rule?.services ?? [];
  return {
    severities: rule?.severities ?? [],
    services: services.filter((name) => name !== ''),
    noService: services.includes(''),
    kinds: rule?.kinds ?? [],
    matchers: (rule?.matchers ?? []).map(({ name, value, negated = false }, key) => ({
      key,
      name,
      value,
      negated,
    })),
  };
}

/** A row of labels that nothing was typed into is none. */
export function partsOf(values: RuleValues): RuleParts {
  const matchers: components['schemas']['LabelMatcher'][] = values.matchers
    .map(({ name, value, negated }) => ({ name: name.trim(), value, negated }))
    .filter(({ name, value }) => name !== '' || value !== '');
  return {
    severities: someOrAny(values.severities),
    services: someOrAny([...values.services, ...(values.noService ? [''] : [])]),
    kinds: someOrAny(values.kinds),
    matchers: someOrAny(matchers),
  };
}

/** Those that only a newer Klaxon knows stay as long as nobody touches the kinds of the rule. */
export function kindsToSend(
  kinds: RuleParts['kinds'],
  before: Pick<RuleParts, 'kinds'> | null,
): { readonly kinds?: Kind[] | null } {
  if (before && String(before.kinds) === String(kinds)) return {};
  return { kinds: kinds && KINDS.filter((kind) => kinds.includes(kind)) };
}

function someOrAny<T>(list: readonly T[]): T[] | null {
  return list.length > 0 ? [...list] : null;
}

export function withNewMatcher(matchers: readonly MatcherValue[]): readonly MatcherValue[] {
  const key = Math.max(-1, ...matchers.map((matcher) => matcher.key)) + 1;
  return [...matchers, { key, name: '', value: '', negated: false }];
}
