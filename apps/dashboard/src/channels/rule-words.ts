import type { components } from '@klaxon/sdk';

export type Rule = components['schemas']['NotificationRule'];
export type Kind = components['schemas']['AnnouncementKind'];
/** `kinds` may hold some that only a newer Klaxon knows. */
export type RuleParts = Pick<Rule, 'severities' | 'services' | 'kinds' | 'matchers'>;

/** What is told of an incident, as people say it. */
const KIND_WORDS: Readonly<Record<Kind, string>> = {
  created: 'opened',
  acknowledged: 'acknowledged',
  resolved: 'resolved',
  reopened: 'reopened',
  grown: 'more alerts joined',
};

/** As the API names it where there are no words for it yet. */
export function kindInWords(kind: string): string {
  const known = KINDS.find((one) => one === kind);
  return known ? KIND_WORDS[known] : kind;
}

export const KINDS: readonly Kind[] = ['created', 'acknowledged', 'resolved', 'reopened', 'grown'];

/** What a rule lets its channel hear: `Critical and high of service checkout: opened, resolved`. */
export function describeRule({ severities, services, kinds, matchers }: RuleParts): string {
  const what = severities === null ? 'All' : listed(severities, 'and');
  const where = [
    services === null ? '' : ` of ${servicesInWords(services)}`,
    matchers === null ? '' : ` where ${listed(matchers.map(matcherInWords), 'and')}`,
  ].join('');
  const events = kinds === null ? 'all news' : kinds.map(kindInWords).join(', ');
  return capitalized(`${what} incidents${where}: ${events}`);
}

function servicesInWords(services: readonly string[]): string {
  const named = services.filter((name) => name !== '');
  const parts = [
    ...(named.length === 0
      ? []
      : [`${named.length === 1 ? 'service' : 'the services'} ${listed(named, 'or')}`]),
    ...(services.includes('') ? ['no service'] : []),
  ];
  return listed(parts, 'or');
}

function matcherInWords({ name, value, negated }: components['schemas']['LabelMatcher']): string {
  if (value === '') return negated ? `${name} is set` : `${name} is not set`;
  return `${name} ${negated ? 'is not' : 'is'} ${value}`;
}

function listed(parts: readonly string[], word: 'and' | 'or'): string {
  if (parts.length < 2) return parts[0] ?? '';
  return `${parts.slice(0, -1).join(', ')} ${word} ${parts.at(-1)}`;
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
