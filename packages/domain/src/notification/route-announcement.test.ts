import { describe, expect, test } from '@jest/globals';
import { makeLabels } from '../alert/labels.ts';
import { aChannel } from '../examples.ts';
import { type Announcement, hears, type NotificationRule } from './notification-rule.ts';
import { routeAnnouncement } from './route-announcement.ts';

const announcement: Announcement = {
  kind: 'created',
  severity: 'high',
  labels: makeLabels([
    ['service', 'checkout'],
    ['region', 'eu'],
  ]),
};

function aRule(overrides: Partial<NotificationRule> = {}): NotificationRule {
  return {
    id: 'rule-1',
    name: 'Everything',
    channelId: 'slack',
    enabled: true,
    severities: null,
    services: null,
    kinds: null,
    matchers: [],
    ...overrides,
  };
}

const label = (name: string, value: string, negated = false) => ({
  matchers: [{ name, value, negated }],
});

describe('a rule', () => {
  test.each([
    ['without conditions hears everything', {}, true],
    ['that is switched off hears nothing', { enabled: false }, false],
    ['of this severity hears it', { severities: ['low', 'high'] }, true],
    ['of another severity does not', { severities: ['critical'] }, false],
    ['of no severity hears nothing', { severities: [] }, false],
    ['of this service hears it', { services: ['checkout'] }, true],
    ['of another service does not', { services: ['search'] }, false],
    ['of this event hears it', { kinds: ['created', 'resolved'] }, true],
    ['of another event does not', { kinds: ['resolved'] }, false],
    ['with a label that is there hears it', label('region', 'eu'), true],
    ['with a label of another value does not', label('region', 'us'), false],
    ['against a label of another value hears it', label('region', 'us', true), true],
    ['against a label that is there does not', label('region', 'eu', true), false],
    ['takes a label that is absent for an empty one', label('team', ''), true],
    ['against an empty label needs one', label('team', '', true), false],
    ['knows no labels of objects as such', label('constructor', '', true), false],
    [
      'needs all its conditions',
      { severities: ['high'], services: ['checkout'], ...label('region', 'us') },
      false,
    ],
    [
      'needs all its labels',
      {
        matchers: [
          { name: 'region', value: 'eu', negated: false },
          { name: 'service', value: 'checkout', negated: true },
        ],
      },
      false,
    ],
  ] as const)('%s', (_, conditions, expected) =>
    expect(hears(aRule(conditions), announcement)).toBe(expected),
  );
});

const slack = aChannel('slack');
const email = aChannel('email');
const off = aChannel('off', { enabled: false });
const pager = aChannel('pager', { fallback: true });
const critical = aRule({ id: 'rule-2', name: 'Critical', severities: ['critical'] });

describe('told are', () => {
  test.each([
    ['all channels, where there are no rules', [slack, email], [], ['slack', 'email']],
    ['no channels, where there are none', [], [], []],
    ['no channels that are switched off', [off, slack], [], ['slack']],
    ['no fallback channels beside others', [slack, pager], [], ['slack']],
    ['fallback channels, where there are no others', [pager, off], [], ['pager']],
    ['a channel that one of its rules matches', [slack], [critical, aRule()], ['slack']],
    ['no channel with rules of which none matches', [slack, email], [critical], ['email']],
    ['no channel all of whose rules are switched off', [slack], [aRule({ enabled: false })], []],
    [
      'no fallback channel in the place of one that only does not want to hear this',
      [slack, pager],
      [critical],
      [],
    ],
  ] as const)('%s', (_, channels, rules, expected) =>
    expect(
      routeAnnouncement(announcement, channels, rules).map(({ channelId }) => channelId),
    ).toEqual(expected),
  );

  test('with the reason', () =>
    expect(
      routeAnnouncement(announcement, [slack, email], [critical, aRule({ name: 'The rest' })]),
    ).toEqual([
      { channelId: 'slack', reason: 'Its rule "The rest" matches.' },
      { channelId: 'email', reason: 'It has no rules, so it hears everything.' },
    ]));
});
