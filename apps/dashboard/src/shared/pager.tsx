import { Button, Group, Text } from '@mantine/core';
import { Link } from 'react-router';
import { useUrlFilter } from './use-url-filter.ts';

/** How many there are, and the way to the older ones: the browser's own back button leads back. */
export function Pager({ total, next }: { total: number; next: string | null }) {
  const { value, link } = useUrlFilter();
  return (
    <Group justify="space-between">
      <Text size="sm" c="dimmed" role="status">
        {total.toLocaleString()} in all
      </Text>
      <Group gap="xs">
        {value('cursor') !== '' && (
          <Button component={Link} to={link('cursor', '')} size="xs" variant="default">
            Newest
          </Button>
        )}
        {next !== null && (
          <Button component={Link} to={link('cursor', next)} size="xs" variant="default">
            Older
          </Button>
        )}
      </Group>
    </Group>
  );
}
