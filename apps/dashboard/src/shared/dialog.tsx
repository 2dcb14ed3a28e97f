import { Modal } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';

/**
 * What is in front of the page until it is closed. A click beside it does not close it: what was typed,
 * or is shown this once, would be lost.
 */
export function Dialog({
  title,
  onClose,
  closeOnEscape = true,
  children,
}: {
  title: string;
  onClose: () => void;
  closeOnEscape?: boolean;
  children: ReactNode;
}) {
  useFocusReturn();
  return (
    <Modal.Root
      opened
      onClose={onClose}
      size="lg"
      centered
      closeOnClickOutside={false}
      closeOnEscape={closeOnEscape}
    >
      <Modal.Overlay />
      <Modal.Content>
        <Modal.Header component="div">
          <Modal.Title fw={600} component="h2">
            {title}
          </Modal.Title>
          <Modal.CloseButton aria-label="Close" />
        </Modal.Header>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

/** Whoever uses the keyboard goes on where they opened it. */
function useFocusReturn(): void {
  useEffect(() => {
    const opener = document.activeElement;
    return () => {
      if (opener instanceof HTMLElement) opener.focus({ preventScroll: true });
    };
  }, []);
}
