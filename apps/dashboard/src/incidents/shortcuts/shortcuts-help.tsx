import { useDisclosure } from '@mantine/hooks';
import { lazy, Suspense } from 'react';
import { useLocation } from 'react-router';
import { INCIDENT_SHORTCUTS, LIST_SHORTCUTS } from './shortcuts.ts';
import { useShortcuts } from './use-shortcuts.ts';

const ShortcutsDialog = lazy(async () => ({
  default: (await import('./shortcuts-dialog.tsx')).ShortcutsDialog,
}));
const ALL = [LIST_SHORTCUTS, INCIDENT_SHORTCUTS];

/** Shows on every page which keys there are; those of incidents show their own. */
export function ShortcutsHelp() {
  const { pathname } = useLocation();
  const [opened, { open, close }] = useDisclosure();
  useShortcuts(pathname.startsWith('/incidents') ? {} : { help: open });
  return (
    <Suspense fallback={null}>
      {opened && <ShortcutsDialog groups={ALL} onClose={close} />}
    </Suspense>
  );
}
