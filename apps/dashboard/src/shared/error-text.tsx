import { Alert } from '@mantine/core';

/** What did not work, said aloud when it comes; nothing where all is well. */
export function ErrorText({ children }: { children: string | null }) {
  if (children === null) return null;
  return (
    <Alert color="red" role="alert">
      {children}
    </Alert>
  );
}
