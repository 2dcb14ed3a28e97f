import type { components } from '@klaxon/sdk';
import { Stack } from '@mantine/core';
import { useDidUpdate } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useCallback, useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { useMay, useSession } from '../../session/session.ts';
import { Empty } from '../../shared/empty.tsx';
import { NoRows } from '../../shared/no-rows.tsx';
import { Pager } from '../../shared/pager.tsx';
import { useNarrow } from '../../shared/use-narrow.ts';
import { split } from '../acknowledging.ts';
import { BulkDialog } from '../bulk/bulk-dialog.tsx';
import { useBulk } from '../bulk/use-bulk.ts';
import type { QuickAction } from '../incident.ts';
import { useShortcuts } from '../shortcuts/use-shortcuts.ts';
import { IncidentCards } from './incident-cards.tsx';
import { IncidentTable } from './incident-table.tsx';
import { type ListFilter, writeFilter } from './list-filter.ts';
import { NewcomersRegion } from './newcomers-region.tsx';
import { NOTHING, toggle, toggleAll } from './selection.ts';
import { SelectionBar } from './selection-bar.tsx';
import { useRowFocus } from './use-row-focus.ts';

interface IncidentListProps {
  readonly page: components['schemas']['IncidentList'];
  readonly filter: ListFilter;
  readonly cursor: string;
  readonly onSearch: () => void;
  readonly onHelp: () => void;
}

export function IncidentList({ page, filter, cursor, onSearch, onHelp }: IncidentListProps) {
  const { incidents, total, next_cursor: nextCursor } = page;
  const navigate = useNavigate();
  const may = useMay('incidents:write');
  const { user } = useSession();
  const [selection, setSelection] = useState(NOTHING);
  const order = useMemo(() => incidents.map(({ id }) => id), [incidents]);
  const { current, visit, actOn, resume, move } = useRowFocus(order);
  const bulk = useBulk({
    onRun: (acted) => actOn(acted.map(({ id }) => id)),
    onDone: () => setSelection(NOTHING),
  });
  // The dialog covered the list while rows went away from it.
  useDidUpdate(() => {
    if (bulk.state.phase === 'idle') resume();
  }, [bulk.state.phase]);

  const chosen = incidents.filter(({ id }) => selection.ids.has(id));
  const aimedAt = chosen.length > 0 ? chosen : incidents.filter(({ id }) => id === current);
  const act = (action: QuickAction) => {
    if (aimedAt.length === 0) return;
    if (action === 'resolve') return bulk.ask({ action, incidents: aimedAt });
    const { free, others } = split(aimedAt, user?.id ?? null);
    if (others.length > 0) bulk.ask({ action, incidents: [...free, ...others] });
    else if (free.length > 0) bulk.run({ action, incidents: free });
    else notifications.show({ message: 'There is nothing to acknowledge: none of them is open.' });
  };
  const select = useCallback(
    (id: string, range: boolean) => setSelection((before) => toggle(before, order, id, range)),
    [order],
  );

  useShortcuts({
    next: () => move(1),
    previous: () => move(-1),
    open: () => current !== null && navigate(`/incidents/${current}`),
    search: onSearch,
    help: onHelp,
    ...(may && {
      select: () => current !== null && select(current, false),
      acknowledge: () => act('acknowledge'),
      resolve: () => act('resolve'),
    }),
  });

  const List = useNarrow() ? IncidentCards : IncidentTable;
  return (
    <Stack gap="sm">
      <NewcomersRegion incidents={incidents} list={`${writeFilter(filter)} ${cursor}`} />
      <SelectionBar chosen={chosen} onAct={act} onClear={() => setSelection(NOTHING)} />
      {incidents.length === 0 ? (
        <NoRows total={total}>
          <Nothing isDefault={writeFilter(filter).size === 0} />
        </NoRows>
      ) : (
        <List
          incidents={incidents}
          selected={selection.ids}
          current={current}
          onSelect={may ? select : null}
          onSelectAll={() => setSelection((before) => toggleAll(before, order))}
          onVisit={visit}
        />
      )}
      <Pager total={total} nextCursor={nextCursor} what={['incident', 'incidents']} />
      <BulkDialog bulk={bulk} />
    </Stack>
  );
}

function Nothing({ isDefault }: { isDefault: boolean }) {
  if (isDefault)
    return (
      <Empty title="Nothing is wrong">
        No incident is open or acknowledged. New ones appear here by themselves.
      </Empty>
    );
  return (
    <Empty title="No incident matches">
      Take a filter away, or choose more statuses: without one, only open and acknowledged incidents
      are shown.
    </Empty>
  );
}
