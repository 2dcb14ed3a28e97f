import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { faultsOf } from '../../../shared/faults.ts';
import { FormDialog } from '../../../shared/form-dialog.tsx';
import { SEVERITIES } from '../../../shared/severity.ts';
import type { DialogProps } from './dialogs.ts';
import { OutdatedNote } from './outdated-note.tsx';
import { useEdit } from './use-edit.ts';

export function EditDialog({ incident, onClose }: DialogProps) {
  const [title, setTitle] = useState(incident.title);
  const [severity, setSeverity] = useState(incident.severity);
  const [description, setDescription] = useState(incident.description ?? '');
  const { save, isPending, error, outdated } = useEdit(incident, onClose);
  const faults = faultsOf(error, ['title', 'description']);
  return (
    <FormDialog
      title={`Edit #${incident.number}`}
      submit="Save"
      onSubmit={() =>
        save({ title, severity, description: description.trim() === '' ? null : description })
      }
      onClose={onClose}
      pending={isPending}
      error={faults.rest}
    >
      <OutdatedNote before={outdated} now={incident} />
      <TextInput
        data-autofocus
        label="Title"
        required
        maxLength={500}
        value={title}
        onChange={({ currentTarget }) => setTitle(currentTarget.value)}
        error={faults.at('title')}
      />
      <NativeSelect
        label="Severity"
        data={[...SEVERITIES]}
        value={severity}
        onChange={({ currentTarget }) =>
          setSeverity(SEVERITIES.find((one) => one === currentTarget.value) ?? severity)
        }
      />
      <Textarea
        label="Description"
        autosize
        minRows={4}
        maxRows={14}
        maxLength={10_000}
        value={description}
        onChange={({ currentTarget }) => setDescription(currentTarget.value)}
        error={faults.at('description')}
      />
    </FormDialog>
  );
}
