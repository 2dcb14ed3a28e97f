import { Alert, Button, Code, PasswordInput, Stack, Text } from '@mantine/core';
import { type FormEvent, useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { api } from '../api/klaxon.ts';
import { describeError } from '../api/problem.ts';
import { SignInFrame } from './sign-in-frame.tsx';

/** Where the address leads that a Klaxon in local mode prints at its start. */
export function OpenPage() {
  // After the `#`, so that no server and no log ever sees it.
  const token = new URLSearchParams(useLocation().hash.slice(1)).get('token') ?? '';
  return <OpenWithToken key={token} token={token} target="/" />;
}

/** Lets the one at the machine in, by the token of an address or of the file that keeps it. */
export function OpenWithToken({ token = '', target }: { token?: string; target: string }) {
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const { mutate, error, isPending } = api.useMutation('post', '/api/auth/local', {
    meta: { saysItself: true },
    // In place of the address with the token, which "back" must not lead to.
    onSuccess: () => navigate(target, { replace: true }),
  });
  useEffect(() => {
    if (token !== '') mutate({ body: { token } });
  }, [token, mutate]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    mutate({ body: { token: typed.trim() } });
  };
  return (
    <SignInFrame title="Open Klaxon">
      <Text>
        This Klaxon is for whoever started it: open the address that it printed in its terminal.
      </Text>
      <form onSubmit={submit}>
        <Stack>
          {error && (
            <Alert color="red" role="alert">
              {describeError(error)}
            </Alert>
          )}
          <PasswordInput
            label="Or enter its token"
            description={
              <>
                What <Code>cat .klaxon/local-token</Code> shows, or the file of that name where
                DATA_DIR says.
              </>
            }
            autoComplete="off"
            required
            value={typed}
            onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          />
          <Button type="submit" loading={isPending}>
            Open
          </Button>
        </Stack>
      </form>
    </SignInFrame>
  );
}
