import { Button } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useEffect, useState } from 'react';

/** Copies a text; `what` is what it is called to those who do not see where the button stands. */
export function CopyText({ text, what }: { text: string; what: string }) {
  const [state, setState] = useState<'ready' | 'copied' | 'failed'>('ready');
  useEffect(() => {
    if (state === 'ready') return;
    const timer = setTimeout(() => setState('ready'), 3_000);
    return () => clearTimeout(timer);
  }, [state]);

  // Browsers give pages that did not come by HTTPS, or from this machine, no clipboard at all.
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setState('copied');
    } catch {
      setState('failed');
    }
  };
  return (
    <Button
      size="xs"
      flex="none"
      variant="default"
      onClick={() => void copy()}
      aria-label={`Copy ${what}`}
      leftSection={
        state === 'copied' ? (
          <IconCheck size={14} aria-hidden />
        ) : (
          <IconCopy size={14} aria-hidden />
        )
      }
    >
      <span role="status">{TEXTS[state]}</span>
    </Button>
  );
}

const TEXTS = { ready: 'Copy', copied: 'Copied', failed: 'Mark it and copy it yourself' } as const;
