import { Button, Group, Text } from '@mantine/core';
import { IconChevronRight, IconChevronsLeft } from '@tabler/icons-react';
import { Link, useSearchParams } from 'react-router';

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
  const isFirst = !address.has('cursor');
  return (
    <Group component="nav" aria-label={`Pages of ${many}`} justify="space-between" gap="sm">
      <Text size="sm" c="dimmed" role="status">
        {total.toLocaleString()} {total === 1 ? one : many}
      </Text>
      {!(isFirst && nextCursor === null) && (
        <Group gap="xs">
          {!isFirst && (
            <PageButton address={address} cursor={null} icon="first">
              First page
            </PageButton>
          )}
          {nextCursor !== null && (
            <PageButton address={address} cursor={nextCursor} icon="next">
              Next page
            </PageButton>
          )}
        </Group>
      )}
    </Group>
  );
}

function PageButton({
  address,
  cursor,
  icon,
  children,
}: {
  address: URLSearchParams;
  cursor: string | null;
  icon: 'first' | 'next';
  children: string;
}) {
  const there = new URLSearchParams(address);
  if (cursor === null) there.delete('cursor');
  else there.set('cursor', cursor);
  return (
    <Button
      component={Link}
      to={{ search: there.toString() }}
      onClick={() => window.scrollTo({ top: 0 })}
      variant="default"
      size="xs"
      {...(icon === 'first'
        ? { leftSection: <IconChevronsLeft size={14} aria-hidden /> }
        : { rightSection: <IconChevronRight size={14} aria-hidden /> })}
    >
      {children}
    </Button>
  );
}
