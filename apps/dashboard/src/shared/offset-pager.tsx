import { Button, Group, Text } from '@mantine/core';
import { Link, useSearchParams } from 'react-router';
import { offsetOf } from './offset.ts';

const PAGE = 50;

/** Goes through a list that is short enough to count: which page it is stands in the address. */
export function OffsetPager({
  total,
  shown,
  what: [one, many],
}: {
  total: number;
  shown: number;
  what: readonly [one: string, many: string];
}) {
  const [address] = useSearchParams();
  const offset = offsetOf(address.get('offset') ?? '');
  const at = (to: number) => {
    const there = new URLSearchParams(address);
    if (to > 0) there.set('offset', String(to));
    else there.delete('offset');
    return { search: there.toString() };
  };
  return (
    <Group component="nav" aria-label={`Pages of ${many}`} justify="space-between" gap="sm">
      <Text size="sm" c="dimmed" role="status">
        {total.toLocaleString()} {total === 1 ? one : many}
        {total > shown && `, ${offset + 1} to ${offset + shown}`}
      </Text>
      <Group gap="xs">
        {offset > 0 && (
          <Button component={Link} to={at(Math.max(0, offset - PAGE))} size="xs" variant="default">
            Previous page
          </Button>
        )}
        {offset + shown < total && (
          <Button component={Link} to={at(offset + PAGE)} size="xs" variant="default">
            Next page
          </Button>
        )}
      </Group>
    </Group>
  );
}
