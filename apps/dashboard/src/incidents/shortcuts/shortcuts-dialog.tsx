import { Kbd, Stack, Switch, Table } from '@mantine/core';
import { useMay } from '../../session/session.ts';
import { Dialog } from '../../shared/dialog.tsx';
import { KEYS, type KeyGroup, usefulTo } from './shortcuts.ts';
import { useKeysSwitch } from './use-shortcuts.ts';

interface KeysDialogProps {
  readonly groups: readonly KeyGroup[];
  readonly onClose: () => void;
}

export function ShortcutsDialog({ groups, onClose }: KeysDialogProps) {
  const [on, setOn] = useKeysSwitch();
  return (
    <Dialog title="Keys" onClose={onClose}>
      <Stack>
        {groups.map((group) => (
          <KeyTable key={group.where} {...group} />
        ))}
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

function KeyTable({ where, commands }: KeyGroup) {
  const may = useMay('incidents:write');
  return (
    <Table captionSide="top">
      <Table.Caption ta="start">{where}</Table.Caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col" w={90}>
            Key
          </Table.Th>
          <Table.Th scope="col">What it does</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {usefulTo(may, commands).map((command) => (
          <Table.Tr key={command}>
            <Table.Td>
              <Kbd>{KEYS[command].key}</Kbd>
            </Table.Td>
            <Table.Td>{KEYS[command].does}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
