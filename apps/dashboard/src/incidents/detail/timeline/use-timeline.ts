import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../api/klaxon.ts';
import { useMay } from '../../../session/session.ts';
import type { IncidentDetail } from '../../incident.ts';
import { mergeTimeline } from './merge-timeline.ts';

const PATH = '/api/incidents/{id}/timeline';
const EVENTS_A_PAGE = 50;
const DELIVERIES_A_PAGE = 100;
const LOOK_AGAIN_AFTER = 3_000;

/**
 * The end of a timeline, and the way to what came before. An incident's version counts its events, and
 * these never change: so it is known where the last pages begin, without a walk from the first.
 */
export function useTimeline({ id, version }: Pick<IncidentDetail, 'id' | 'version'>) {
  const [pages, setPages] = useState(2);
  const last = Math.floor((version - 1) / EVENTS_A_PAGE);
  const first = Math.max(0, last - pages + 1);
  const events = useQueries({
    queries: Array.from({ length: last - first + 1 }, (_, index) => {
      const query = { offset: (first + index) * EVENTS_A_PAGE, limit: EVENTS_A_PAGE };
      const options = { params: { path: { id }, query } };
      // A full page never changes.
      return first + index < last
        ? api.queryOptions('get', PATH, options, { staleTime: 'static' })
        : api.queryOptions('get', PATH, options);
    }),
  });
  const deliveries = useDeliveries(id);
  const pending = events.some(({ isPending }) => isPending);
  const { entries, behind } = mergeTimeline(
    { items: events.flatMap(({ data }) => data?.events ?? []), complete: first === 0 && !pending },
    deliveries,
  );
  return {
    entries,
    error: events.find(({ error }) => error)?.error ?? deliveries.error,
    pending: pending || deliveries.pending,
    refetch: () => {
      for (const query of events) void query.refetch();
      deliveries.refetch();
    },
    showEarlier:
      behind === null
        ? null
        : () => (behind === 'events' ? setPages(pages + 2) : deliveries.loadMore()),
  };
}

/** Who was told, newest first; nobody where the person may not see that. */
function useDeliveries(id: string) {
  const may = useMay('notifications:read');
  const query = api.useInfiniteQuery(
    'get',
    '/api/notifications',
    { params: { query: { incident_id: id, limit: DELIVERIES_A_PAGE } } },
    {
      enabled: may,
      initialPageParam: null,
      getNextPageParam: ({ next_cursor }) => next_cursor,
      // What is on its way arrives without an event that would say so.
      refetchInterval: ({ state }) =>
        state.data?.pages[0]?.notifications.some(({ status }) => status === 'queued')
          ? LOOK_AGAIN_AFTER
          : false,
    },
  );
  const { data, error, hasNextPage, isFetchingNextPage } = query;
  return {
    items: data?.pages.flatMap(({ notifications }) => notifications) ?? [],
    complete: !may || (data === undefined ? Boolean(error) : !hasNextPage),
    error,
    pending: isFetchingNextPage || (may && data === undefined && !error),
    loadMore: () => void query.fetchNextPage(),
    refetch: () => void query.refetch(),
  };
}
