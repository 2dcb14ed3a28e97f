/** What goes wrong in the shop of the demo, how often, and how people take it. */
export interface Trouble {
  readonly service: string;
  readonly alertname: string;
  readonly severity: 'critical' | 'high' | 'medium' | 'low';
  readonly summary: string;
  readonly description: string;
  /** What it happens to, each an alert of its own. */
  readonly instances: readonly string[];
  /** How often in a month. */
  readonly monthly: number;
  /** How long it usually lasts, in minutes. */
  readonly minutes: number;
  /** How often somebody acknowledges it, from 0 to 1: what nobody does is noise. */
  readonly answered: number;
  /** What people find out. */
  readonly notes: readonly string[];
}

const pods = (name: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${name}-${index + 1}`);

export const TROUBLES: readonly Trouble[] = [
  {
    service: 'checkout',
    alertname: 'HighErrorRate',
    severity: 'critical',
    summary: 'Customers cannot pay: 9 % of the checkouts fail',
    description: 'The error rate of checkout is over 5 % for five minutes.',
    instances: pods('checkout', 4),
    monthly: 5,
    minutes: 34,
    answered: 1,
    notes: [
      'The payment provider answers 502 in one region. Switched to the other.',
      'Rolled back release 2026.11.3: it broke the coupon lookup.',
    ],
  },
  {
    service: 'checkout',
    alertname: 'SlowCheckout',
    severity: 'high',
    summary: 'Checkout takes more than 3 s at the 99th percentile',
    description: 'Latency of checkout has been above its objective for ten minutes.',
    instances: pods('checkout', 2),
    monthly: 9,
    minutes: 22,
    answered: 0.9,
    notes: ['The card form waits for a font. Fixed in the template.'],
  },
  {
    service: 'payments',
    alertname: 'PaymentQueueGrows',
    severity: 'high',
    summary: 'More than 500 payments wait to be booked',
    description: 'Workers take fewer payments out of the queue than come in.',
    instances: ['payments-worker'],
    monthly: 7,
    minutes: 41,
    answered: 0.85,
    notes: ['Two workers hung in a lock. Restarted, ticket PAY-318.'],
  },
  {
    service: 'warehouse-db',
    alertname: 'DiskWillFillIn4Hours',
    severity: 'high',
    summary: 'The disk of warehouse-db is full in about four hours',
    description: 'Predicted from the last hour: /var/lib/postgresql runs out of space.',
    instances: ['warehouse-db-1'],
    monthly: 4,
    minutes: 95,
    answered: 1,
    notes: ['A replication slot held back 80 GB of WAL. Dropped it; the replica is rebuilt.'],
  },
  {
    service: 'warehouse-db',
    alertname: 'ReplicationLag',
    severity: 'medium',
    summary: 'A replica is two minutes behind',
    description: 'Reports may show old numbers.',
    instances: pods('warehouse-db', 2),
    monthly: 14,
    minutes: 12,
    answered: 0.35,
    notes: ['The nightly export again.'],
  },
  {
    service: 'search',
    alertname: 'PodCrashLooping',
    severity: 'high',
    summary: 'Pods of search start again and again',
    description: 'Out of memory while the index is loaded.',
    instances: pods('search', 6),
    monthly: 6,
    minutes: 27,
    answered: 0.8,
    notes: ['Raised the memory limit to 3 GiB until the index is split.'],
  },
  {
    service: 'catalogue',
    alertname: 'CacheHitRateLow',
    severity: 'medium',
    summary: 'Only 60 % of the catalogue comes from the cache',
    description: 'The database answers the rest.',
    instances: ['catalogue-cache'],
    monthly: 12,
    minutes: 18,
    answered: 0.3,
    notes: ['Expected after the import.'],
  },
  {
    service: 'sign-in',
    alertname: 'LoginFailuresSpike',
    severity: 'medium',
    summary: 'Ten times as many failed sign-ins as usual',
    description: 'Somebody may be trying stolen passwords.',
    instances: ['sign-in-eu', 'sign-in-us'],
    monthly: 6,
    minutes: 30,
    answered: 0.7,
    notes: ['One network tries passwords. Blocked it at the edge.'],
  },
  {
    service: 'mail-relay',
    alertname: 'DeferredMails',
    severity: 'low',
    summary: 'Some mails are deferred by their recipients',
    description: 'The relay tries again by itself.',
    instances: ['mail-relay-1'],
    monthly: 34,
    minutes: 9,
    answered: 0.02,
    notes: [],
  },
  {
    service: 'edge',
    alertname: 'CertificateExpiresSoon',
    severity: 'low',
    summary: 'A certificate expires in less than ten days',
    description: 'It should have been renewed by now.',
    instances: ['img.shop.example', 'api.shop.example'],
    monthly: 3,
    minutes: 240,
    answered: 0.5,
    notes: ['The renewal failed because of a DNS change. Renewed by hand.'],
  },
  {
    service: 'edge',
    alertname: 'NodeDown',
    severity: 'critical',
    summary: 'An edge node does not answer',
    description: 'Traffic goes to the other nodes.',
    instances: ['edge-fra-2'],
    monthly: 3,
    minutes: 16,
    answered: 1,
    notes: ['Power supply of the rack. The data centre replaced it.'],
  },
  {
    service: 'recommendations',
    alertname: 'ModelIsStale',
    severity: 'low',
    summary: 'Recommendations are two days old',
    description: 'The nightly training did not finish.',
    instances: ['recommendations-trainer'],
    monthly: 5,
    minutes: 130,
    answered: 0.4,
    notes: ['Ran out of quota. Started again by hand.'],
  },
  {
    service: 'message-bus',
    alertname: 'ConsumerLag',
    severity: 'high',
    summary: 'Consumers of the message bus are 40,000 messages behind',
    description: 'Orders reach the warehouse late.',
    instances: pods('broker', 3),
    monthly: 5,
    minutes: 24,
    answered: 0.9,
    notes: ['One partition got all the keys. Rebalanced.', 'A consumer crashed on a bad message.'],
  },
  {
    service: 'images',
    alertname: 'ResizeErrors',
    severity: 'medium',
    summary: 'One image in fifty cannot be resized',
    description: 'Product pages show a placeholder instead.',
    instances: pods('images', 3),
    monthly: 7,
    minutes: 15,
    answered: 0.5,
    notes: ['A supplier sends images of 200 megapixels. Limited.'],
  },
  {
    service: 'ci-runners',
    alertname: 'QueueIsLong',
    severity: 'low',
    summary: 'Builds wait for more than ten minutes',
    description: 'All runners are busy.',
    instances: ['ci-runners'],
    monthly: 11,
    minutes: 35,
    answered: 0.05,
    notes: [],
  },
  {
    service: 'backups',
    alertname: 'BackupFailed',
    severity: 'high',
    summary: 'The backup of the orders database failed',
    description: 'The last good one is 26 hours old.',
    instances: ['backups'],
    monthly: 2,
    minutes: 75,
    answered: 1,
    notes: ['The bucket refused the key. Rotated, and the backup ran.'],
  },
];

/** @throws RangeError for one that is not there */
export function troubleOf(service: string, alertname: string): Trouble {
  const found = TROUBLES.find((one) => one.service === service && one.alertname === alertname);
  if (!found) throw new RangeError(`Nothing like ${alertname} goes wrong with ${service}.`);
  return found;
}
