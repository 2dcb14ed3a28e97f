import pg from 'pg';
import { eventually } from '../support/eventually.ts';
import { startWorkerProcess } from '../support/klaxon-process.ts';
import type { SecuredKlaxon } from '../support/secured-klaxon.ts';
import type { ChannelUnderTest } from './channels-under-test.ts';

export const STEPS = ['before claim', 'before send', 'before answer', 'before record'] as const;
export type Step = (typeof STEPS)[number];

export interface CrashReport {
  readonly channel: string;
  readonly step: Step;
  readonly messages: number;
  readonly missing: number;
  readonly doubled: number;
  /** Received three times or more. */
  readonly worse: number;
  /** From the kill until the last message was recorded as sent. */
  readonly resumedAfterMs: number;
}

interface Scene {
  /** Its API alone: the workers are the test's. */
  readonly klaxon: SecuredKlaxon;
  readonly channel: ChannelUnderTest;
}

/** No more than a channel sends at once (SMTP: five connections), so that all are at the same step. */
const MESSAGES = 5;
let rounds = 0;

/** Kills a worker with all its deliveries at one step, and sees what another makes of them. */
export async function killWorkerAt(step: Step, scene: Scene): Promise<CrashReport> {
  const { klaxon, channel } = scene;
  const { env } = klaxon;
  rounds += 1;
  const titles = Array.from({ length: MESSAGES }, (_, n) => `crash-${rounds}-${n}-end`);
  const database = new pg.Client({ connectionString: klaxon.database.url });
  const blocker = new pg.Client({ connectionString: klaxon.database.url });
  for (const client of [database, blocker]) client.on('error', () => {});
  await Promise.all([database.connect(), blocker.connect()]);
  const count = async (sql: string): Promise<number> => {
    const { rows } = await database.query<{ n: number }>(`SELECT count(*)::int AS n ${sql}`);
    return rows[0]?.n ?? 0;
  };
  const ours = `FROM notification_deliveries d JOIN incidents i ON i.id = d.incident_id
    WHERE i.title LIKE 'crash-${rounds}-%'`;
  const all = (sql: string) => eventually(async () => (await count(sql)) >= MESSAGES || null);
  const seen = () =>
    titles.map((title) => channel.received().filter((raw) => raw.includes(title)).length);
  const arrived = () => eventually(() => seen().every((times) => times > 0) || null);

  /** A worker gives a channel several messages at once only when it has answered. */
  async function warmUp(): Promise<void> {
    for (let n = 0; n < 3; n += 1) {
      await post(klaxon, [`warm-${rounds}-${n}`]);
      await eventually(
        async () =>
          (await count(`FROM notification_deliveries d JOIN incidents i ON i.id = d.incident_id
            WHERE i.title = 'warm-${rounds}-${n}' AND d.status = 'sent'`)) > 0 || null,
      );
    }
  }

  // It stands by, asleep: while it started, a worker held at a step would tire of waiting.
  const other = await startWorkerProcess(env);
  process.kill(other.pid, 'SIGSTOP');
  const doomed = await startWorkerProcess(env);
  await warmUp();
  await blocker.query('BEGIN');
  if (step === 'before claim')
    await blocker.query('LOCK TABLE notification_deliveries IN EXCLUSIVE MODE');
  if (step === 'before send' || step === 'before record') channel.gate.shut();
  if (step === 'before answer') channel.hold();
  await post(klaxon, titles);

  if (step === 'before claim')
    await eventually(
      async () =>
        (await count(
          `FROM pg_locks WHERE NOT granted AND relation = 'notification_deliveries'::regclass`,
        )) > 0 || null,
    );
  if (step === 'before send' || step === 'before record')
    await all(`${ours} AND d.claimed_at IS NOT NULL`);
  if (step === 'before record') {
    await blocker.query(`SELECT d.id ${ours} FOR UPDATE OF d`);
    channel.gate.open();
  }
  if (step === 'before answer' || step === 'before record') await arrived();

  await doomed.end('SIGKILL');
  process.kill(other.pid, 'SIGCONT');
  const killed = performance.now();
  channel.gate.drop();
  channel.gate.open();
  channel.answer();
  await blocker.query('ROLLBACK');
  await all(`${ours} AND d.status = 'sent'`);
  const resumedAfterMs = Math.round(performance.now() - killed);

  await other.end('SIGTERM');
  await Promise.all([database.end(), blocker.end()]);
  const times = seen();
  return {
    channel: channel.name,
    step,
    messages: times.length,
    missing: times.filter((n) => n === 0).length,
    doubled: times.filter((n) => n === 2).length,
    worse: times.filter((n) => n > 2).length,
    resumedAfterMs,
  };
}

async function post(klaxon: SecuredKlaxon, titles: readonly string[]): Promise<void> {
  const alerts = titles.map((title) => ({
    status: 'firing',
    labels: { alertname: 'Crash', service: title, severity: 'critical' },
    annotations: { summary: title },
    startsAt: new Date().toISOString(),
  }));
  const payload = { status: 'firing', alerts };
  await klaxon.get(klaxon.admin, 'POST', '/api/webhooks/alertmanager', payload);
}
