import { Anchor, Center, Loader } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { api } from '../api/klaxon.ts';
import { RangePicker } from '../metrics/range-picker.tsx';
import { Trends } from '../metrics/trends.tsx';
import { useRange } from '../metrics/use-range.ts';
import { Failure } from '../shared/failure.tsx';
import { PageHead } from '../shared/page-head.tsx';
import { Section } from '../shared/section.tsx';
import { FirstRun } from './first-run.tsx';
import { Now } from './now.tsx';
import { Problems } from './problems.tsx';
import { SetupCard } from './setup-card.tsx';
import { isDone } from './setup-steps.ts';

/** Messages go out and channels fail without an event of the live stream; a set-up is watched closely. */
const LOOK_EVERY = { whileSetUp: 5_000, afterwards: 30_000 };

export default function OverviewPage() {
  const status = api.useQuery(
    'get',
    '/api/status',
    {},
    {
      refetchInterval: ({ state: { data } }) =>
        data?.setup.every(({ done }) => done) ? LOOK_EVERY.afterwards : LOOK_EVERY.whileSetUp,
    },
  );
  const steps = status.data?.setup ?? [];
  const isNew = status.data !== undefined && !isDone(steps, 'alert_received');
  // Whoever sent the first alert from here wants to see what came of it, not the page change under them.
  const [wasNew, setWasNew] = useState(false);
  if (isNew && !wasNew) setWasNew(true);
  // Incidents are shown whether Klaxon can tell of itself or not.
  const isKnown = status.data !== undefined || status.failureCount > 0;
  const problems = <Problems problems={status.data?.problems ?? []} />;
  return (
    <>
      <PageHead title="Overview" />
      {!isKnown && <Wait />}
      {Boolean(status.error) && (
        <Failure error={status.error} onRetry={() => void status.refetch()} />
      )}
      {isNew && problems}
      {wasNew && <FirstRun steps={steps} />}
      {isKnown && !isNew && <Now>{problems}</Now>}
      {!wasNew && <SetupCard steps={steps} />}
      {isKnown && !isNew && <History />}
    </>
  );
}

function Wait() {
  return (
    <Center py="xl">
      <Loader role="status" aria-label="Loading" />
    </Center>
  );
}

function History() {
  const { range, setRange, span } = useRange();
  return (
    <Section
      title="Lately"
      actions={
        <>
          <RangePicker range={range} onChange={setRange} />
          <Anchor component={Link} to={`/analytics?range=${range}`} size="sm">
            More
          </Anchor>
        </>
      }
    >
      <Trends span={span} />
    </Section>
  );
}
