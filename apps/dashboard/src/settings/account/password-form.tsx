import { Button, Group, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useState } from 'react';
import { api } from '../../api/klaxon.ts';
import { ErrorText } from '../../shared/error-text.tsx';
import { faultsOf } from '../../shared/faults.ts';

export function PasswordForm({ email }: { email: string }) {
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const change = api.useMutation('post', '/api/me/password', {
    meta: { saysItself: true },
    onSuccess() {
      setCurrent('');
      setPassword('');
      notifications.show({ message: 'Your password is changed.', color: 'teal' });
    },
  });
  const faults = faultsOf(change.error, ['current_password', 'password']);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate({ body: { current_password: current, password } });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack maw={420}>
        <Title order={2} size="h3">
          Password
        </Title>
        <Text size="sm" c="dimmed">
          Once it is changed, you are signed out everywhere else.
        </Text>
        {/* Password managers keep a password under the name that stands beside it. */}
        <input type="hidden" name="username" autoComplete="username" value={email} />
        <PasswordInput
          label="Current password"
          autoComplete="current-password"
          required
          value={current}
          error={faults.at('current_password')}
          onChange={({ currentTarget }) => setCurrent(currentTarget.value)}
        />
        <PasswordInput
          label="New password"
          description="12 characters or more. Four words are enough."
          autoComplete="new-password"
          required
          value={password}
          error={faults.at('password')}
          onChange={({ currentTarget }) => setPassword(currentTarget.value)}
        />
        <ErrorText>{faults.rest}</ErrorText>
        <Group>
          <Button type="submit" loading={change.isPending}>
            Change the password
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
