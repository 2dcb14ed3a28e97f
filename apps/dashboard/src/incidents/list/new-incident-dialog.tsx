import { Autocomplete, Group, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../api/klaxon.ts';
import { faultsOf } from '../../shared/faults.ts';
import { FormDialog } from '../../shared/form-dialog.tsx';
import { PersonField } from '../../shared/person-field.tsx';
import { SEVERITIES, type Severity } from '../../shared/severity.ts';
import { useServiceNames } from '../../shared/use-service-names.ts';
import { readLabelLines } from './label-lines.ts';

export function NewIncidentDialog({ onClose }: { onClose: () => void }) {
  const navigate = useNavigate();
  const services = useServiceNames();
  const [title, setTitle] = useState('');
  const [severity, setSeverity] = useState<Severity>('high');
  const [service, setService] = useState('');
  const [assignee, setAssignee] = useState('');
  const [description, setDescription] = useState('');
  const [lines, setLines] = useState('');
  const [tried, setTried] = useState(false);
  const create = api.useMutation('post', '/api/incidents', {
    meta: { saysItself: true },
    onSuccess: ({ id }) => navigate(`/incidents/${id}`),
  });
  const faults = faultsOf(create.error, ['title', 'description']);
  const read = readLabelLines(lines);
  const isUntitled = title.trim() === '';

  const submit = () => {
    setTried(true);
    if (isUntitled || 'fault' in read) return;
    const named = service.trim() === '' ? {} : { service: service.trim() };
    create.mutate({
      body: {
        title: title.trim(),
        severity,
        labels: { ...read.labels, ...named },
        ...(description.trim() !== '' && { description }),
        ...(assignee.trim() !== '' && { assignee_id: assignee.trim() }),
      },
    });
  };
  return (
    <FormDialog
      title="New incident"
      submit="Open the incident"
      onSubmit={submit}
      onClose={onClose}
      pending={create.isPending}
      error={faults.rest}
    >
      <TextInput
        data-autofocus
        label="Title"
        description="What is wrong, in a line"
        required
        maxLength={500}
        value={title}
        onChange={({ currentTarget }) => setTitle(currentTarget.value)}
        error={tried && isUntitled ? 'Say what is wrong.' : faults.at('title')}
      />
      <Group grow align="flex-start">
        <NativeSelect
          label="Severity"
          data={[...SEVERITIES]}
          value={severity}
          onChange={({ currentTarget }) =>
            setSeverity(SEVERITIES.find((one) => one === currentTarget.value) ?? severity)
          }
        />
        <Autocomplete
          label="Service"
          data={[...services]}
          limit={50}
          maxLength={1_000}
          value={service}
          onChange={setService}
        />
      </Group>
      <PersonField label="Assignee" value={assignee} onChange={setAssignee} />
      <Textarea
        label="Description"
        autosize
        minRows={3}
        maxRows={12}
        maxLength={10_000}
        value={description}
        onChange={({ currentTarget }) => setDescription(currentTarget.value)}
        error={faults.at('description')}
      />
      <Textarea
        label="Labels"
        description="One name=value a line"
        autosize
        maxRows={8}
        value={lines}
        onChange={({ currentTarget }) => setLines(currentTarget.value)}
        error={tried && 'fault' in read && read.fault}
      />
    </FormDialog>
  );
}
