import { useDisclosure } from '@mantine/hooks';
import { lazy, Suspense } from 'react';
import { useLocation } from 'react-router';
import { INCIDENT_KEYS, LIST_KEYS } from './keys.ts';
import { useKeys } from './use-keys.ts';

const KeysDialog = lazy(async () => ({
  default: (await import('./keys-dialog.tsx')).KeysDialog,
}));
const ALL = [LIST_KEYS, INCIDENT_KEYS];

/** Shows on every page which keys there are; those of incidents show their own. */
export function KeysHelp() {
  const { pathname } = useLocation();
  const [opened, { open, close }] = useDisclosure();
  useKeys(pathname.startsWith('/incidents') ? {} : { help: open });
  return (
    <Suspense fallback={null}>{opened && <KeysDialog groups={ALL} onClose={close} />}</Suspense>
  );
}
