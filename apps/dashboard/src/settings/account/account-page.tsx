import { Divider, Stack, Text } from '@mantine/core';
import { useSession } from '../../session/session.ts';
import { PageHead } from '../../shared/page-head.tsx';
import { NameForm } from './name-form.tsx';
import { PasswordForm } from './password-form.tsx';
import { Sessions } from './sessions.tsx';

export function AccountPage() {
  const { user } = useSession();
  if (!user) return null;
  return (
    <>
      <PageHead title="Your account" />
      <Stack gap="lg">
        <Text>
          You sign in as {user.email}, and are {user.role === 'admin' ? 'an' : 'a'} {user.role}.
        </Text>
        <NameForm name={user.name} />
        <Divider />
        <PasswordForm email={user.email} />
        <Divider />
        <Sessions />
      </Stack>
    </>
  );
}
