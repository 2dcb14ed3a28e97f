import { expect, test } from '@jest/globals';
import { MINUTE, namedActor, resolve, SECOND } from '@klaxon/domain';
import { alertReport } from '../builders/alert-report.ts';
import { incomingAlert, resolvedAlert } from '../builders/incoming-alert.ts';
import { ALICE } from '../builders/people.ts';
import { fingerprints, makeIngestTools } from './ingest-suite-tools.ts';
import type { SuiteTools } from './store-subject.ts';

/** Which alerts the periodic checks are given. */
export function testRechecks(tools: () => SuiteTools): void {
  const { run, change } = makeIngestTools(tools);

  test('unconfirmed are alerts that have waited since an instant or longer, with their labels', async () => {
    const { ingest, clock } = tools();
    const alert = incomingAlert();
    await ingest(alertReport([alert]));
    await ingest(alertReport([resolvedAlert(alert)]));
    clock.advance(10 * SECOND);
    await ingest(alertReport([alert]));
    expect(await run((tx) => tx.unconfirmedSince(clock.now() - 1))).toEqual([]);
    const waiting = await run((tx) => tx.unconfirmedSince(clock.now()));
    expect(waiting).toMatchObject([
      { fingerprint: alert.fingerprint, unconfirmedSince: clock.now(), severity: 'high' },
    ]);
    expect({ ...waiting[0]?.labels }).toEqual({ ...alert.labels });
    expect({ ...waiting[0]?.annotations }).toEqual({ ...alert.annotations });
    expect(waiting[0]?.generatorUrl).toBe(alert.generatorUrl);
  });

  test('firing despite a resolution are alerts heard of after a person resolved their incident', async () => {
    const { ingest, clock } = tools();
    const [heard, silent] = ['a', 'b'].map((instance) => incomingAlert({ labels: { instance } }));
    if (!heard || !silent) throw new TypeError('two alerts were made');
    const plan = await ingest(alertReport([heard, silent]));
    clock.advance(MINUTE);
    const resolvedAt = clock.now();
    await change(plan.newIncidents[0]?.id ?? '', (incident) =>
      resolve(incident, namedActor(ALICE)),
    );
    clock.advance(MINUTE);
    await ingest(alertReport([heard]));
    const despite = (before: number) => run((tx) => tx.firingDespiteResolution(before));
    expect(fingerprints(await despite(resolvedAt))).toEqual([heard.fingerprint]);
    expect(await despite(resolvedAt - 1)).toEqual([]);
  });

  test('an incident that its alerts resolved has none firing despite it', async () => {
    const { ingest, clock } = tools();
    const alert = incomingAlert();
    await ingest(alertReport([alert]));
    await ingest(alertReport([resolvedAlert(alert)]));
    expect(await run((tx) => tx.firingDespiteResolution(clock.now()))).toEqual([]);
  });

  test('unheard are firing alerts last heard of before an instant', async () => {
    const { ingest, clock } = tools();
    const [early, late, ended] = ['a', 'b', 'c'].map((instance) =>
      incomingAlert({ labels: { instance } }),
    );
    if (!early || !late || !ended) throw new TypeError('three alerts were made');
    await ingest(alertReport([early, ended]));
    await ingest(alertReport([resolvedAlert(ended)], { status: 'firing' }));
    clock.advance(5 * MINUTE);
    await ingest(alertReport([late]));
    const unheard = (before: number) => run((tx) => tx.firingUnheard('alertmanager', before));
    expect(fingerprints(await unheard(clock.now()))).toEqual([early.fingerprint]);
    expect(await unheard(clock.now() - 5 * MINUTE)).toEqual([]);
  });
}
