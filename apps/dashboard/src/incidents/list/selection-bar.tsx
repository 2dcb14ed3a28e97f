import { Button, Group, Paper, Text } from '@mantine/core';
import type { Incident, QuickAction } from '../incident.ts';

interface SelectionBarProps {
  readonly chosen: readonly Incident[];
  readonly onAct: (action: QuickAction) => void;
  readonly onClear: () => void;
}

export function SelectionBar({ chosen, onAct, onClear }: SelectionBarProps) {
  if (chosen.length === 0) return null;
  return (
    <Paper withBorder p="xs" pos="sticky" top={64} style={{ zIndex: 2 }}>
      <Group gap="xs" role="group" aria-label="Selected incidents">
        <Text size="sm" fw={600} role="status">
          {chosen.length} selected
        </Text>
        <Button size="xs" aria-keyshortcuts="a" onClick={() => onAct('acknowledge')}>
          Acknowledge
        </Button>
        <Button size="xs" color="teal.9" aria-keyshortcuts="r" onClick={() => onAct('resolve')}>
          Resolve
        </Button>
        <Button size="xs" variant="subtle" color="gray" onClick={onClear}>
          Clear
        </Button>
      </Group>
    </Paper>
  );
}
