import { HOUR, type Instant, MINUTE, makeLabels } from '@klaxon/domain';
import { troubleOf } from './demo-services.ts';
import { type DemoStep, type ReportedAlert, report } from './demo-step.ts';

const ADA = 0;
const GRACE = 1;
const LINUS = 2;
const MARGARET = 3;

const GATEWAY: ReportedAlert = {
  service: 'search-gateway',
  alertname: 'SearchTimeouts',
  severity: 'warning',
  summary: 'One search in twelve takes longer than 2 s',
  description: 'The gateway gives up on them and shows old results.',
};
const PROBES: ReportedAlert = {
  service: 'edge-probes',
  alertname: 'ProbeFailed',
  severity: 'warning',
  summary: 'Probes of the shop fail in many places',
  description: 'More than two failures in a row from the same place.',
};
const PLACES = Array.from(
  { length: 300 },
  (_, index) => `probe-${String(index + 1).padStart(3, '0')}`,
);
/** Whatever a label holds is text, and must stay it in every page and every message. */
const HOSTILE: ReportedAlert = {
  service: 'security-scan',
  alertname: `<script>alert('klaxon')</script>`,
  severity: 'low',
  summary: `"><img src=x onerror=alert(1)> found in a form of the shop`,
  description: `A scanner put this in on purpose. ${'Nothing of it may run. '.repeat(60)}`,
  labels: {
    payload: `{{constructor.constructor('alert(1)')()}}`,
    direction: '\u202Egnp.tnemyap\u202C',
    language: 'التنبيه من الماسح الضوئي',
    path: `/${'very-long-path-without-any-break'.repeat(24)}`,
    constructor: 'polluted',
  },
  generatorURL: 'javascript:alert(1)',
};
const BOUNCES: ReportedAlert = {
  service: 'newsletter',
  alertname: 'BounceRateHigh',
  severity: 'high',
  summary: 'Every fifth newsletter comes back',
  description: 'A large provider refuses mails from one of our addresses.',
};

export const PRESENT_SERVICES: ReadonlySet<string> = new Set([
  'checkout',
  'payments',
  'catalogue',
  'search',
  'warehouse-db',
]);

/** How the demo looks now: something of everything that a person can meet in Klaxon. */
export function demoPresent(now: Instant): readonly DemoStep[] {
  const ago = (minutes: number) => now - minutes * MINUTE;
  return [
    ...unheard(ago),
    ...hostile(ago),
    ...byHand(ago),
    ...rejected(ago),
    ...flapping(ago),
    ...snoozed(ago, now),
    ...workedOn(ago),
    ...merged(ago),
    ...manyAlerts(ago),
    report(ago(9), troubleOf('mail-relay', 'DeferredMails'), ['mail-relay-1'], ago(9)),
    ...justBegun(ago, now),
  ];
}

type Ago = (minutes: number) => Instant;

/** While Slack is down (see `providerTroubles`): what it is told late gives way to what came after. */
function unheard(ago: Ago): readonly DemoStep[] {
  const { service } = BOUNCES;
  const start = ago(26 * 60 - 1);
  return [
    report(start, BOUNCES, ['mta-1', 'mta-2'], start),
    { at: ago(26 * 60 - 4), service, kind: 'acknowledge', who: LINUS },
    report(ago(26 * 60 - 9), BOUNCES, ['mta-1', 'mta-2'], start, ago(26 * 60 - 9)),
  ];
}

function hostile(ago: Ago): readonly DemoStep[] {
  const [start, end] = [ago(28 * 60), ago(27 * 60)];
  return [
    report(start, HOSTILE, ['scanner-1'], start),
    {
      at: ago(28 * 60 - 12),
      service: HOSTILE.service,
      kind: 'note',
      who: GRACE,
      text: '<b>Not bold</b>, <a href="javascript:alert(1)">not a link</a>: the scanner again.',
    },
    report(end, HOSTILE, ['scanner-1'], start, end),
  ];
}

function byHand(ago: Ago): readonly DemoStep[] {
  const service = 'invoices';
  return [
    {
      at: ago(290),
      service,
      kind: 'create',
      who: MARGARET,
      incident: {
        title: 'Customers report a wrong VAT rate on invoices',
        description: 'Three tickets since the morning, all of them orders to Switzerland.',
        severity: 'high',
        labels: makeLabels([['service', service]]),
      },
    },
    { at: ago(288), service, kind: 'acknowledge', who: MARGARET },
    {
      at: ago(241),
      service,
      kind: 'note',
      who: MARGARET,
      text: 'The new rate came into force a day too early in our table. Corrected; 41 invoices are sent again.',
    },
    { at: ago(212), service, kind: 'resolve', who: MARGARET },
  ];
}

function rejected(ago: Ago): readonly DemoStep[] {
  const service = 'edge';
  const unreadable = {
    version: '4',
    status: 'firing',
    alerts: [{ status: 'firing', labels: 'alertname=NodeDown', startsAt: 'yesterday' }],
  };
  return [
    { at: ago(185), service, kind: 'report', body: JSON.stringify(unreadable) },
    {
      at: ago(64),
      service,
      kind: 'report',
      body: '{"alerts": [{"labels": {"alertname": "Test", }, <b>not JSON</b>',
    },
  ];
}

/** Over, and there again within five minutes: the same incident, reopened. */
function flapping(ago: Ago): readonly DemoStep[] {
  const lag = troubleOf('warehouse-db', 'ReplicationLag');
  return [
    report(ago(74), lag, ['warehouse-db-2'], ago(74)),
    report(ago(62), lag, ['warehouse-db-2'], ago(74), ago(62)),
    report(ago(59), lag, ['warehouse-db-2'], ago(59)),
    report(ago(-14), lag, ['warehouse-db-2'], ago(59), ago(-14)),
  ];
}

function snoozed(ago: Ago, now: Instant): readonly DemoStep[] {
  const low = troubleOf('catalogue', 'CacheHitRateLow');
  const { service, instances } = low;
  return [
    report(ago(96), low, instances, ago(96)),
    { at: ago(88), service, kind: 'acknowledge', who: LINUS },
    {
      at: ago(87),
      service,
      kind: 'note',
      who: LINUS,
      text: 'The import runs until the evening; the cache fills by itself after that.',
    },
    { at: ago(86), service, kind: 'snooze', who: LINUS, until: now + 4 * HOUR },
  ];
}

function workedOn(ago: Ago): readonly DemoStep[] {
  const queue = troubleOf('payments', 'PaymentQueueGrows');
  const { service, instances } = queue;
  const note = (at: Instant, text: string): DemoStep => ({
    at,
    service,
    kind: 'note',
    who: GRACE,
    text,
  });
  return [
    report(ago(52), queue, instances, ago(52)),
    { at: ago(47), service, kind: 'acknowledge', who: GRACE },
    note(ago(41), 'Two workers hang in a lock since the release of 14:05. Restarting one of them.'),
    note(ago(19), 'The restarted one books again, 120 a minute. Rolling back the release.'),
    note(ago(-6), 'The queue is empty.'),
    report(ago(-8), queue, instances, ago(52), ago(-8)),
  ];
}

function merged(ago: Ago): readonly DemoStep[] {
  const crash = troubleOf('search', 'PodCrashLooping');
  const { service, instances } = crash;
  return [
    report(ago(38), crash, instances.slice(0, 2), ago(38)),
    report(ago(36), GATEWAY, ['gateway-1', 'gateway-2'], ago(36)),
    report(ago(35), crash, instances, ago(38)),
    { at: ago(33), service, kind: 'acknowledge', who: MARGARET },
    { at: ago(30), service: GATEWAY.service, kind: 'merge', who: MARGARET, into: service },
    {
      at: ago(29),
      service,
      kind: 'note',
      who: MARGARET,
      text: 'The timeouts of the gateway are the same thing: merged.',
    },
    report(ago(-11), GATEWAY, ['gateway-1', 'gateway-2'], ago(36), ago(-11)),
    report(ago(-12), crash, instances, ago(38), ago(-12)),
  ];
}

function manyAlerts(ago: Ago): readonly DemoStep[] {
  const { service } = PROBES;
  return [
    report(ago(25), PROBES, PLACES.slice(0, 40), ago(25)),
    { at: ago(22), service, kind: 'acknowledge', who: ADA },
    report(ago(20), PROBES, PLACES.slice(0, 160), ago(25)),
    report(ago(16), PROBES, PLACES, ago(25)),
    report(ago(-18), PROBES, PLACES, ago(25), ago(-18)),
  ];
}

/** What nobody has taken yet. */
function justBegun(ago: Ago, now: Instant): readonly DemoStep[] {
  const errors = troubleOf('checkout', 'HighErrorRate');
  const { service, instances } = errors;
  return [
    report(ago(6), errors, instances.slice(0, 1), ago(6)),
    report(ago(4), errors, instances.slice(0, 3), ago(6)),
    { at: ago(-2), service, kind: 'acknowledge', who: ADA },
    {
      at: ago(-5),
      service,
      kind: 'note',
      who: ADA,
      text: errors.notes[0] ?? '',
    },
    report(now + 9 * MINUTE, errors, instances.slice(0, 3), ago(6), now + 9 * MINUTE),
  ];
}
