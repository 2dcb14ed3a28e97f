import { useState } from 'react';
import { api } from '../../api/klaxon.ts';
import { faultsOf } from '../../shared/faults.ts';
import { FormDialog } from '../../shared/form-dialog.tsx';
import type { User } from './roles.ts';
import { USER_PATHS, UserFields, type UserValues } from './user-fields.tsx';

export function EditUserDialog({ user, onClose }: { user: User; onClose: () => void }) {
  const { id, email, name, role, team_ids } = user;
  const [values, setValues] = useState<UserValues>({ email, name, role, teamIds: team_ids });
  const edit = api.useMutation('patch', '/api/users/{id}', {
    meta: { saysItself: true },
    onSuccess: onClose,
  });
  const faults = faultsOf(edit.error, USER_PATHS);
  const { teamIds, ...rest } = values;
  const body = { ...rest, team_ids: [...teamIds] };
  return (
    <FormDialog
      title={`Edit ${name}`}
      submit="Save"
      onSubmit={() => edit.mutate({ params: { path: { id } }, body })}
      onClose={onClose}
      pending={edit.isPending}
      error={faults.rest}
    >
      <UserFields values={values} faults={faults} onChange={setValues} />
    </FormDialog>
  );
}
