import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { api } from '../../../api/klaxon.ts';
import { faultsOf } from '../../../shared/faults.ts';
import { FormDialog } from '../../../shared/form-dialog.tsx';
import { fromLocalInput } from '../../../shared/local-time.ts';
import type { DialogProps } from './dialogs.ts';

export function SnoozeDialog({ incident, onClose }: DialogProps) {
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const until = fromLocalInput(text);
  const snooze = api.useMutation('post', '/api/incidents/{id}/snooze', {
    meta: { saysItself: true },
    onSuccess: onClose,
  });
  const faults = faultsOf(snooze.error, ['until']);
  const submit = () => {
    setTried(true);
    if (until !== null) snooze.mutate({ params: { path: { id: incident.id } }, body: { until } });
  };
  return (
    <FormDialog
      title={`Snooze #${incident.number}`}
      submit="Snooze"
      onSubmit={submit}
      onClose={onClose}
      pending={snooze.isPending}
      error={faults.rest}
    >
      <TextInput
        data-autofocus
        type="datetime-local"
        label="Keep it quiet until"
        required
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        error={tried && until === null ? 'Say until when.' : faults.at('until')}
      />
    </FormDialog>
  );
}
