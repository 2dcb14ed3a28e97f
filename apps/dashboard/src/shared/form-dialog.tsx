import { Button, Group, Stack } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { Dialog } from './dialog.tsx';
import { ErrorText } from './error-text.tsx';

interface Props {
  title: string;
  /** What the button says. */
  submit: string;
  onSubmit: () => void;
  onClose: () => void;
  pending: boolean;
  /** What was wrong and stands at no field. */
  error: string | null;
  /** Where the button takes something away for good. */
  danger?: boolean;
  children: ReactNode;
}

/** Fields, a button that sends them, and what was wrong with them. */
export function FormDialog(props: Props) {
  const { title, submit, onSubmit, onClose, pending, error, danger = false, children } = props;
  const send = (event: FormEvent) => {
    event.preventDefault();
    // A dialog inside another one's tree would send that one's form too.
    event.stopPropagation();
    onSubmit();
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form onSubmit={send} noValidate>
        <Stack>
          {children}
          <ErrorText>{error}</ErrorText>
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={pending} {...(danger && { color: 'red' })}>
              {submit}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
