import { useState } from 'react';
import { faultsOf } from '../../../shared/faults.ts';
import { FormDialog } from '../../../shared/form-dialog.tsx';
import { PersonField } from '../../../shared/person-field.tsx';
import type { DialogProps } from './dialogs.ts';
import { OutdatedNote } from './outdated-note.tsx';
import { useEdit } from './use-edit.ts';

export function AssignDialog({ incident, onClose }: DialogProps) {
  const [assignee, setAssignee] = useState(incident.assignee_id ?? '');
  const { save, isPending, error, outdated } = useEdit(incident, onClose);
  return (
    <FormDialog
      title={`Assign #${incident.number}`}
      submit={assignee.trim() === '' ? 'Assign to nobody' : 'Assign'}
      onSubmit={() => save({ assignee_id: assignee.trim() === '' ? null : assignee.trim() })}
      onClose={onClose}
      pending={isPending}
      error={faultsOf(error, []).rest}
    >
      <OutdatedNote before={outdated} now={incident} />
      <PersonField label="Who works on it" value={assignee} onChange={setAssignee} autoFocus />
    </FormDialog>
  );
}
