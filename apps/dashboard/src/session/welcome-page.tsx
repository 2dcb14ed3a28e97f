import { Alert, Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { api } from '../api/klaxon.ts';
import { describeError } from '../api/problem.ts';
import { SignInFrame } from './sign-in-frame.tsx';

/** Where a one-time link leads: whom it is for, and the password they choose. */
export function WelcomePage() {
  // After the `#`, so that no server and no log ever sees it.
  const token = new URLSearchParams(useLocation().hash.slice(1)).get('token') ?? '';
  const check = api.useQuery(
    'post',
    '/api/auth/invitations/check',
    { body: { token } },
    // Once it is used the link is not good any more, and that is no news.
    { retry: false, enabled: token !== '', staleTime: 'static' },
  );
  if (token === '' || check.error)
    return (
      <SignInFrame title="This link does not work">
        <Text>
          {check.error ? describeError(check.error) : 'It is not complete.'} Ask an admin for a new
          one.
        </Text>
      </SignInFrame>
    );
  return (
    <SignInFrame title={check.data ? `Welcome, ${check.data.name}` : 'Welcome'}>
      {check.data && <PasswordForm token={token} email={check.data.email} name={check.data.name} />}
    </SignInFrame>
  );
}

function PasswordForm({ token, email, name }: { token: string; email: string; name: string }) {
  const navigate = useNavigate();
  const [shownName, setShownName] = useState(name);
  const [password, setPassword] = useState('');
  const accept = api.useMutation('post', '/api/auth/invitations/accept', {
    meta: { saysItself: true },
    onSuccess: () => navigate('/', { replace: true }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    accept.mutate({ body: { token, password, name: shownName } });
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <Text>You will sign in as {email}.</Text>
        {accept.error && (
          <Alert color="red" role="alert">
            {describeError(accept.error)}
          </Alert>
        )}
        {/* Password managers keep a password under the name that stands beside it. */}
        <input type="hidden" name="username" autoComplete="username" value={email} />
        <TextInput
          label="Your name"
          description="As others see it."
          autoComplete="name"
          required
          value={shownName}
          onChange={({ currentTarget }) => setShownName(currentTarget.value)}
        />
        <PasswordInput
          label="Password"
          description="12 characters or more. Four words are enough."
          autoComplete="new-password"
          required
          value={password}
          onChange={({ currentTarget }) => setPassword(currentTarget.value)}
        />
        <Button type="submit" loading={accept.isPending}>
          Set the password and go on
        </Button>
      </Stack>
    </form>
  );
}
