import type { components } from '@klaxon/sdk';
import { SecretDialog } from '../../shared/secret-dialog.tsx';
import { ShownOnce } from '../../shared/shown-once.tsx';
import { formatDateTime } from '../../shared/time.ts';

/** The way in for somebody, to be handed over. */
export function LinkDialog({
  name,
  invitation: { link, expires_at },
  onClose,
}: {
  name: string;
  invitation: components['schemas']['InvitationLink'];
  onClose: () => void;
}) {
  return (
    <SecretDialog title={`The link of ${name}`} onClose={onClose}>
      <ShownOnce
        label="One-time link"
        value={link}
        hint={`They set their password by it, once, until ${formatDateTime(expires_at)}. Klaxon sends it to nobody and shows it never again: hand it to ${name} alone.`}
      />
    </SecretDialog>
  );
}
