import { Anchor, Box } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { type ReactNode, useId, useState } from 'react';

/** What is there for whoever asks; until then it is not drawn at all. */
export function Disclosure({ label, children }: { label: string; children: ReactNode }) {
  const [opened, setOpened] = useState(false);
  const id = useId();
  const Icon = opened ? IconChevronDown : IconChevronRight;
  return (
    <>
      <Anchor
        component="button"
        type="button"
        size="sm"
        aria-expanded={opened}
        aria-controls={id}
        onClick={() => setOpened(!opened)}
      >
        <Icon size={14} aria-hidden style={{ verticalAlign: '-2px' }} /> {label}
      </Anchor>
      <Box id={id} hidden={!opened} mt="xs">
        {opened && children}
      </Box>
    </>
  );
}
