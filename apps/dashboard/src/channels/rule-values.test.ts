import { expect, test } from '@jest/globals';
import { kindsToSend, partsOf, ruleValuesOf, withNewMatcher } from './rule-values.ts';
import type { RuleParts } from './rule-words.ts';

const ANY: RuleParts = { severities: null, services: null, kinds: null, matchers: null };

test('a form that nothing was done to makes a rule for any', () => {
  expect(partsOf(ruleValuesOf(null))).toEqual(ANY);
});

test.each<[string, RuleParts]>([
  ['any', ANY],
  [
    'some of everything',
    {
      severities: ['critical'],
      services: ['checkout', ''],
      kinds: ['created', 'grown'],
      matchers: [{ name: 'team', value: '', negated: true }],
    },
  ],
])('a rule for %s that is only looked at stays as it is', (_, rule) => {
  expect(partsOf(ruleValuesOf(rule))).toEqual(rule);
});

test('incidents of no service can be meant alone', () => {
  expect(partsOf({ ...ruleValuesOf(null), noService: true }).services).toEqual(['']);
});

test('a row of labels left empty is none, one without a name is for the answer to refuse', () => {
  const [first, second] = withNewMatcher(withNewMatcher([]));
  const matchers = [first, second].flatMap((matcher) => matcher ?? []);
  expect(partsOf({ ...ruleValuesOf(null), matchers }).matchers).toBeNull();
  const typed = matchers.map((matcher) => ({ ...matcher, value: 'x' }));
  expect(partsOf({ ...ruleValuesOf(null), matchers: typed }).matchers).toHaveLength(2);
});

test('kinds that only a newer Klaxon knows stay in a rule whose kinds nobody touches', () => {
  const rule = { ...ANY, kinds: ['created', 'escalated'] };
  expect(kindsToSend(partsOf(ruleValuesOf(rule)).kinds, rule)).toEqual({});
  expect(kindsToSend(['created', 'resolved'], rule)).toEqual({ kinds: ['created', 'resolved'] });
  expect(kindsToSend(null, rule)).toEqual({ kinds: null });
  expect(kindsToSend(['created'], null)).toEqual({ kinds: ['created'] });
});
