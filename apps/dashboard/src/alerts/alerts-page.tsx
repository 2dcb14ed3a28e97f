import { keepPreviousData } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { api } from '../api/klaxon.ts';
import { Loaded } from '../shared/loaded.tsx';
import { NoRows } from '../shared/no-rows.tsx';
import { PageHead } from '../shared/page-head.tsx';
import { Pager } from '../shared/pager.tsx';
import { type AlertFilter, alertQuery, readAlertFilter, writeAlertFilter } from './alert-filter.ts';
import { AlertFilterForm } from './alert-filter-form.tsx';
import { AlertList } from './alert-list.tsx';
import { AlertsTabs } from './alerts-tabs.tsx';
import { NoAlerts } from './no-alerts.tsx';

export default function AlertsPage() {
  const [address, setAddress] = useSearchParams();
  const filter = readAlertFilter(address);
  const cursor = address.get('cursor');
  const alerts = api.useQuery(
    'get',
    '/api/alerts',
    { params: { query: { ...alertQuery(filter), ...(cursor && { cursor }) } } },
    { placeholderData: keepPreviousData },
  );
  const change = (wanted: Partial<AlertFilter>) =>
    setAddress(writeAlertFilter({ ...filter, ...wanted }));
  return (
    <>
      <PageHead title="Alerts" />
      <AlertsTabs />
      <AlertFilterForm filter={filter} onChange={change} />
      <Loaded query={alerts}>
        {({ alerts: shown, total, next_cursor }) =>
          shown.length === 0 ? (
            <NoRows total={total}>
              <NoAlerts filter={filter} />
            </NoRows>
          ) : (
            <>
              <AlertList alerts={shown} filter={filter} />
              <Pager total={total} nextCursor={next_cursor} what={['alert', 'alerts']} />
            </>
          )
        }
      </Loaded>
    </>
  );
}
