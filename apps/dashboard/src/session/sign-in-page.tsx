import { Alert, Anchor, Button, Divider, PasswordInput, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { api } from '../api/klaxon.ts';
import { describeError } from '../api/problem.ts';
import { OpenWithToken } from './open-page.tsx';
import { SignInFrame } from './sign-in-frame.tsx';

const OPENID_ERRORS: Readonly<Record<string, string>> = {
  denied: 'The provider did not let you in.',
  not_allowed: 'Your account has no access to Klaxon. Ask an admin.',
  expired: 'That took too long. Try again.',
  unavailable: 'The provider cannot be reached. Try again in a moment.',
};

/** Shown in place of any page, so that after signing in people are where they wanted to be. */
export function SignInPage() {
  const [parameters] = useSearchParams();
  const code = parameters.get('error');
  const { data: methods } = api.useQuery('get', '/api/auth/methods');
  const { pathname, search } = useLocation();
  const target = pathname === '/sign-in' ? '/' : `${pathname}${search}`;
  if (methods?.mode === 'local') return <OpenWithToken target={target} />;
  return (
    <SignInFrame title="Sign in to Klaxon">
      {code !== null && (
        <Alert color="red" role="alert">
          {OPENID_ERRORS[code] ?? 'Signing in failed. Try again.'}
        </Alert>
      )}
      {methods?.oidc && (
        <>
          <Button
            component="a"
            href={`/api/auth/oidc/start?return_to=${encodeURIComponent(target)}`}
          >
            Sign in with {methods.oidc.name}
          </Button>
          <Divider label="or with a password" />
        </>
      )}
      <PasswordForm target={target} />
    </SignInFrame>
  );
}

function PasswordForm({ target }: { target: string }) {
  const navigate = useNavigate();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const signIn = api.useMutation('post', '/api/auth/sign-in', {
    meta: { saysItself: true },
    onSuccess: () => navigate(target, { replace: true }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate({ body: { email, password } });
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        {signIn.error && (
          <Alert color="red" role="alert">
            {describeError(signIn.error)}
          </Alert>
        )}
        <TextInput
          label="E-mail address"
          type="email"
          autoComplete="username"
          required
          value={email}
          onChange={({ currentTarget }) => setEmail(currentTarget.value)}
        />
        <PasswordInput
          label="Password"
          autoComplete="current-password"
          required
          value={password}
          onChange={({ currentTarget }) => setPassword(currentTarget.value)}
        />
        <Button type="submit" loading={signIn.isPending}>
          Sign in
        </Button>
        <Anchor component="span" size="sm" c="dimmed" underline="never">
          Forgotten your password? Any admin can make you a new link.
        </Anchor>
      </Stack>
    </form>
  );
}
