import type { components } from '@klaxon/sdk';
import { SecretDialog } from '../../shared/secret-dialog.tsx';
import { ShownOnce } from '../../shared/shown-once.tsx';

/** A key of an integration, this once, and how to use it. */
export function IntegrationKeyDialog({
  name,
  made: { key, alertmanager_config },
  onClose,
}: {
  name: string;
  made: components['schemas']['CreatedIntegrationKey'];
  onClose: () => void;
}) {
  return (
    <SecretDialog title={`The key of ${name}`} onClose={onClose}>
      <ShownOnce
        label="Key"
        value={key}
        hint="It is shown now and never again. It can only send alerts."
      />
      <ShownOnce
        label="Lines for alertmanager.yml"
        value={alertmanager_config}
        hint="Put the receiver into alertmanager.yml, name it in a route, and let Alertmanager load it again."
      />
    </SecretDialog>
  );
}
