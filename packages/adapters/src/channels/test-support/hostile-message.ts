import {
  ANNOUNCEMENT_KINDS,
  type BundleMessage,
  type IncidentMessage,
  makeLabels,
  SEVERITIES,
} from '@klaxon/domain';
import fc from 'fast-check';
import { ACTIONS, sampleBundle, sampleMessage } from './sample-message.ts';

const NASTY = [
  '<!channel>',
  '<!here|x>',
  '<@U123>',
  '<https://evil.example|click>',
  '&lt;!channel&gt;',
  '&amp;',
  '<script>alert(1)</script>',
  '</code></b><a href="https://evil.example">',
  '" onmouseover="x',
  "'`*_~|",
  '```',
  '\r\nBcc: victim@example.test\r\n\r\n',
  '\r\n.\r\nRCPT TO:<victim@example.test>\r\n',
  '\u2028\u2029\u0085',
  '\u202e\u2066reversed',
  '\u200b\u200d\ufeff',
  '\ud800',
  '\udc00',
  '\0\u0007\u001b[31m',
  '👩‍👩‍👧‍👦',
  `e${'\u0301'.repeat(300)}`,
];

/** Never blank, so that a message of these has the same parts as a harmless one. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(...NASTY),
      fc.string({ unit: 'binary' }),
      fc
        .tuple(
          fc.constantFrom('&', '<', '"', '\\', '`', 'x', '👩‍👩‍👧‍👦', ...NASTY),
          fc.integer({ min: 1, max: 3_000 }),
        )
        .map(([text, times]) => text.repeat(times)),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => `x${parts.join('')}`);

/** An address with hostile parts, as one may come from an annotation: some of them lead nowhere. */
const hostileUrl: fc.Arbitrary<string> = fc.oneof(
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc
    .tuple(
      fc.constantFrom('https://docs.example/', 'http://[::1]/', 'https://docs.example/?q='),
      hostileText,
    )
    .map(([start, text]) => start + text),
  fc.constantFrom('javascript:alert(1)', 'https://a.example/|x>', 'data:text/html,<b>', ''),
  hostileText,
);

export const hostileMessage: fc.Arbitrary<IncidentMessage> = fc
  .record({
    title: hostileText,
    description: hostileText,
    reason: hostileText,
    assigneeId: hostileText,
    labels: fc
      .array(fc.tuple(hostileText, hostileText), { minLength: 1, maxLength: 40 })
      .map(makeLabels),
    links: fc.array(fc.record({ label: hostileText, url: hostileUrl }), { maxLength: 3 }),
    kind: fc.constantFrom(...ANNOUNCEMENT_KINDS),
    actions: fc.constantFrom(ACTIONS, []),
  })
  .map(sampleMessage);

export const hostileBundle: fc.Arbitrary<BundleMessage> = fc
  .record({
    lines: fc.array(
      fc.record({
        kind: fc.constantFrom(...ANNOUNCEMENT_KINDS),
        number: fc.nat(),
        title: hostileText,
        severity: fc.constantFrom(...SEVERITIES),
      }),
      { minLength: 1, maxLength: 20 },
    ),
    more: fc.nat(),
  })
  .map(sampleBundle);

/** The same parts with nothing in them that any markup could mean. */
export function harmlessTwin(message: IncidentMessage): IncidentMessage {
  const labels = Object.keys(message.labels).map((_, index) => [`label${index}`, 'value'] as const);
  return {
    ...message,
    title: 'title',
    description: 'text',
    reason: 'reason',
    assigneeId: 'alice',
    labels: makeLabels(labels),
  };
}
