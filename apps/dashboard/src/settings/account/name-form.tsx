import { Button, Group, Stack, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useState } from 'react';
import { api } from '../../api/klaxon.ts';
import { ErrorText } from '../../shared/error-text.tsx';
import { faultsOf } from '../../shared/faults.ts';

export function NameForm({ name: before }: { name: string }) {
  const [name, setName] = useState(before);
  const edit = api.useMutation('patch', '/api/me', {
    meta: { saysItself: true },
    onSuccess: () => notifications.show({ message: 'Your name is changed.', color: 'teal' }),
  });
  const faults = faultsOf(edit.error, ['name']);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    edit.mutate({ body: { name } });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack maw={420}>
        <TextInput
          label="Your name"
          description="As others see it."
          autoComplete="name"
          required
          value={name}
          error={faults.at('name')}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <ErrorText>{faults.rest}</ErrorText>
        <Group>
          <Button type="submit" loading={edit.isPending} disabled={name === before}>
            Change your name
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
