import { Text } from '@mantine/core';
import { keepPreviousData } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { api } from '../api/klaxon.ts';
import { Empty } from '../shared/empty.tsx';
import { Loaded } from '../shared/loaded.tsx';
import { NoRows } from '../shared/no-rows.tsx';
import { PageHead } from '../shared/page-head.tsx';
import { Pager } from '../shared/pager.tsx';
import { AlertsTabs } from './alerts-tabs.tsx';
import { RejectedAlertCard } from './rejected-alert-card.tsx';

export default function RejectedAlertsPage() {
  const [address] = useSearchParams();
  const cursor = address.get('cursor');
  const rejected = api.useQuery(
    'get',
    '/api/rejected-alerts',
    { params: { query: { limit: 20, ...(cursor && { cursor }) } } },
    { placeholderData: keepPreviousData, refetchInterval: 60_000 },
  );
  return (
    <>
      <PageHead title="Rejected alerts" />
      <AlertsTabs />
      <Loaded query={rejected}>
        {({ rejected_alerts, total, next_cursor }) =>
          rejected_alerts.length === 0 ? (
            <NoRows total={total}>
              <Empty title="Nothing was rejected">
                All that was sent could be taken in. What cannot be is kept here, so that no alert
                is lost without a word.
              </Empty>
            </NoRows>
          ) : (
            <>
              <Explanation />
              {rejected_alerts.map((one) => (
                <RejectedAlertCard key={one.id} rejected={one} />
              ))}
              <Pager
                total={total}
                nextCursor={next_cursor}
                what={['rejected alert', 'rejected alerts']}
              />
            </>
          )
        }
      </Loaded>
    </>
  );
}

function Explanation() {
  return (
    <Text size="sm" maw={760}>
      Klaxon could not read these, or their sender has no valid key, so{' '}
      <strong>no incident came of them</strong>. Look at what was sent, see to it by hand if it
      matters now, and mend what sends it: the path says where in the payload the fault is. Of
      senders without a valid key one a minute is kept. Alertmanager sends an alert that still fires
      again by itself.
    </Text>
  );
}
