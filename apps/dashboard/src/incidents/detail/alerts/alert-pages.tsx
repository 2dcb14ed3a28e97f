import { Button, Group, Text } from '@mantine/core';

interface AlertPagesProps {
  readonly page: number;
  readonly size: number;
  readonly total: number;
  /** Null: only the first few. */
  readonly onPage: (page: number | null) => void;
}

export function AlertPages({ page, size, total, onPage }: AlertPagesProps) {
  const first = page * size + 1;
  const last = Math.min(first + size - 1, total);
  return (
    <Group component="nav" aria-label="Pages of alerts" gap="xs">
      <Button size="xs" variant="subtle" onClick={() => onPage(null)}>
        Show fewer
      </Button>
      <Text size="sm" c="dimmed" role="status" ml="auto">
        {first.toLocaleString()}–{last.toLocaleString()} of {total.toLocaleString()}
      </Text>
      {total > size && (
        <Group gap="xs">
          <Button
            size="xs"
            variant="default"
            disabled={page === 0}
            onClick={() => onPage(page - 1)}
          >
            Previous alerts
          </Button>
          <Button
            size="xs"
            variant="default"
            disabled={last >= total}
            onClick={() => onPage(page + 1)}
          >
            Next alerts
          </Button>
        </Group>
      )}
    </Group>
  );
}
