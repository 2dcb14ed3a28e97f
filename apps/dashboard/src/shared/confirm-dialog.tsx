import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { describeError } from '../api/problem.ts';
import { FormDialog } from './form-dialog.tsx';

/** Asks before something is taken away. */
export function ConfirmDialog({
  title,
  action,
  mutation,
  onConfirm,
  onClose,
  children,
}: {
  title: string;
  action: string;
  mutation: { readonly isPending: boolean; readonly error: unknown };
  onConfirm: () => void;
  onClose: () => void;
  children: ReactNode;
}) {
  return (
    <FormDialog
      title={title}
      submit={action}
      onSubmit={onConfirm}
      onClose={onClose}
      pending={mutation.isPending}
      error={mutation.error ? describeError(mutation.error) : null}
      danger
    >
      <Text component="div">{children}</Text>
    </FormDialog>
  );
}
