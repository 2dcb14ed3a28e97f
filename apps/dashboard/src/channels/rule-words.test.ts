import { expect, test } from '@jest/globals';
import { describeRule, type RuleParts } from './rule-words.ts';

const ANY = { severities: null, services: null, kinds: null, matchers: null };

test.each<[string, Partial<RuleParts>]>([
  ['All incidents: all news', {}],
  [
    'Critical and high incidents of service checkout: opened, resolved',
    {
      severities: ['critical', 'high'],
      services: ['checkout'],
      kinds: ['created', 'resolved'],
    },
  ],
  ['All incidents of the services a, b or c: all news', { services: ['a', 'b', 'c'] }],
  ['All incidents of service a or no service: all news', { services: ['', 'a'] }],
  ['All incidents of no service: more alerts joined', { services: [''], kinds: ['grown'] }],
  [
    'Low incidents where team is pay, env is not dev, zone is not set and pager is set: all news',
    {
      severities: ['low'],
      matchers: [
        { name: 'team', value: 'pay', negated: false },
        { name: 'env', value: 'dev', negated: true },
        { name: 'zone', value: '', negated: false },
        { name: 'pager', value: '', negated: true },
      ],
    },
  ],
])('%s', (words, parts) => {
  expect(describeRule({ ...ANY, ...parts })).toBe(words);
});
