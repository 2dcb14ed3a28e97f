import { Stack } from '@mantine/core';
import { api } from '../api/klaxon.ts';
import { Empty } from '../shared/empty.tsx';
import { Loaded } from '../shared/loaded.tsx';
import { NoRows } from '../shared/no-rows.tsx';
import { PageHead } from '../shared/page-head.tsx';
import { Pager } from '../shared/pager.tsx';
import { useUrlFilter } from '../shared/use-url-filter.ts';
import { ChannelTabs } from './channel-tabs.tsx';
import { deliveryQuery } from './delivery-filter.ts';
import { DeliveryFilters } from './delivery-filters.tsx';
import { DeliveryTable } from './delivery-table.tsx';

const LOOK_AGAIN_AFTER = 3_000;

export default function DeliveriesPage() {
  const { value, isSet } = useUrlFilter();
  const { data: channels } = api.useQuery('get', '/api/channels');
  const deliveries = api.useQuery(
    'get',
    '/api/notifications',
    { params: { query: deliveryQuery(value) } },
    {
      placeholderData: (before) => before,
      refetchInterval: ({ state }) =>
        state.data?.notifications.some(({ status }) => status === 'queued')
          ? LOOK_AGAIN_AFTER
          : false,
    },
  );
  return (
    <>
      <PageHead title="Deliveries" />
      <ChannelTabs />
      <Stack>
        <DeliveryFilters channels={channels?.channels ?? []} />
        <Loaded query={deliveries}>
          {({ notifications, total, next_cursor }) =>
            notifications.length === 0 ? (
              <NoRows total={total}>
                <NoDeliveries isFiltered={isSet} />
              </NoRows>
            ) : (
              <>
                <DeliveryTable deliveries={notifications} channels={channels?.channels} />
                <Pager total={total} nextCursor={next_cursor} what={['delivery', 'deliveries']} />
              </>
            )
          }
        </Loaded>
      </Stack>
    </>
  );
}

function NoDeliveries({ isFiltered }: { isFiltered: boolean }) {
  if (isFiltered)
    return <Empty title="Nothing matches">Take a filter away to see more deliveries.</Empty>;
  return (
    <Empty title="Nobody was told of anything yet">
      Every message to a channel stands here once there is an incident. Test messages do not.
    </Empty>
  );
}
