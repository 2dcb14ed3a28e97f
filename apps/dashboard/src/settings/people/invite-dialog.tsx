import { useState } from 'react';
import { api } from '../../api/klaxon.ts';
import { faultsOf } from '../../shared/faults.ts';
import { FormDialog } from '../../shared/form-dialog.tsx';
import { LinkDialog } from './link-dialog.tsx';
import { USER_PATHS, UserFields, type UserValues } from './user-fields.tsx';

const NOBODY: UserValues = { email: '', name: '', role: 'responder', teamIds: [] };

export function InviteDialog({ onClose }: { onClose: () => void }) {
  const [values, setValues] = useState(NOBODY);
  const invite = api.useMutation('post', '/api/users', { meta: { saysItself: true } });
  const faults = faultsOf(invite.error, USER_PATHS);
  if (invite.data) {
    const { user, invitation } = invite.data;
    return <LinkDialog name={user.name} invitation={invitation} onClose={onClose} />;
  }
  const { teamIds, ...rest } = values;
  return (
    <FormDialog
      title="Invite somebody"
      submit="Make the link"
      onSubmit={() => invite.mutate({ body: { ...rest, team_ids: [...teamIds] } })}
      onClose={onClose}
      pending={invite.isPending}
      error={faults.rest}
    >
      <UserFields values={values} faults={faults} onChange={setValues} />
    </FormDialog>
  );
}
