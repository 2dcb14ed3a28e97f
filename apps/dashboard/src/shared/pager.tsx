import { Button, Group, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconChevronsLeft } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link, useLocation, useSearchParams } from 'react-router';
import { nextPage, type PagePosition, previousPage, readTrail } from './page-trail.ts';

/** Goes through a list page by page. Which page it is stands in the address, as the cursor it begins at. */
export function Pager({
  total,
  nextCursor,
  what: [one, many],
}: {
  total: number;
  nextCursor: string | null;
  what: readonly [one: string, many: string];
}) {
  const [address] = useSearchParams();
  const { state } = useLocation();
  const here = { cursor: address.get('cursor') ?? '', trail: readTrail(state) };
  const isFirst = here.cursor === '';
  const previous = previousPage(here);
  return (
    <Group component="nav" aria-label={`Pages of ${many}`} justify="space-between" gap="sm">
      <Text size="sm" c="dimmed" role="status">
        {total.toLocaleString()} {total === 1 ? one : many}
      </Text>
      {!(isFirst && nextCursor === null) && (
        <Group gap="xs">
          {!isFirst && (
            <PageButton
              page={{ cursor: '', trail: [] }}
              left={<IconChevronsLeft size={14} aria-hidden />}
            >
              First page
            </PageButton>
          )}
          {previous && (
            <PageButton page={previous} left={<IconChevronLeft size={14} aria-hidden />}>
              Previous page
            </PageButton>
          )}
          {nextCursor !== null && (
            <PageButton
              page={nextPage(here, nextCursor)}
              right={<IconChevronRight size={14} aria-hidden />}
            >
              Next page
            </PageButton>
          )}
        </Group>
      )}
    </Group>
  );
}

function PageButton({
  page: { cursor, trail },
  left,
  right,
  children,
}: {
  page: PagePosition;
  left?: ReactNode;
  right?: ReactNode;
  children: string;
}) {
  const [address] = useSearchParams();
  const there = new URLSearchParams(address);
  if (cursor === '') there.delete('cursor');
  else there.set('cursor', cursor);
  return (
    <Button
      component={Link}
      to={{ search: there.toString() }}
      state={{ trail }}
      onClick={() => window.scrollTo({ top: 0 })}
      variant="default"
      size="xs"
      leftSection={left}
      rightSection={right}
    >
      {children}
    </Button>
  );
}
