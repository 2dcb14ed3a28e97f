import { Kbd, Stack, Switch, Table } from '@mantine/core';
import { Dialog } from '../../shared/dialog.tsx';
import { type Command, KEYS } from './keys.ts';
import { useKeysSwitch } from './use-keys.ts';

interface KeysDialogProps {
  readonly commands: readonly Command[];
  readonly onClose: () => void;
}

export function KeysDialog({ commands, onClose }: KeysDialogProps) {
  const [on, setOn] = useKeysSwitch();
  return (
    <Dialog title="Keys" onClose={onClose}>
      <Stack>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">Key</Table.Th>
              <Table.Th scope="col">What it does</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {commands.map((command) => (
              <Table.Tr key={command}>
                <Table.Td>
                  <Kbd>{KEYS[command].key}</Kbd>
                </Table.Td>
                <Table.Td>{KEYS[command].does}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <Switch
          label="Keys are on in this browser"
          description="Turn them off where speech input or a screen reader uses the same keys. Everything can be done by buttons too."
          checked={on}
          onChange={({ currentTarget }) => setOn(currentTarget.checked)}
        />
      </Stack>
    </Dialog>
  );
}
