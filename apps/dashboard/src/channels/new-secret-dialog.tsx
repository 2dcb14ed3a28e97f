import { SecretDialog } from '../shared/secret-dialog.tsx';
import { ShownOnce } from '../shared/shown-once.tsx';

export function NewSecretDialog({
  name,
  secret,
  onClose,
}: {
  name: string;
  secret: string;
  onClose: () => void;
}) {
  return (
    <SecretDialog title={`The signing secret of ${name}`} onClose={onClose}>
      <ShownOnce
        label="Signing secret"
        value={secret}
        hint="It is shown now and never again. Give it to the receiver, which proves with it that a message is Klaxon’s, as Standard Webhooks says."
      />
    </SecretDialog>
  );
}
