import { Anchor } from '@mantine/core';
import { useState } from 'react';

const SHOWN = 300;

/** Text from outside, of any length and script: cut until somebody wants all of it. */
export function LongText({ text, shown = SHOWN }: { text: string; shown?: number }) {
  const [all, setAll] = useState(false);
  const whole = all || text.length <= shown;
  return (
    <>
      <bdi>{whole ? text : `${text.slice(0, shown)}…`}</bdi>
      {text.length > shown && (
        <>
          {' '}
          <Anchor
            component="button"
            type="button"
            size="xs"
            aria-expanded={all}
            onClick={() => setAll(!all)}
          >
            {all ? 'Show less' : `Show all ${text.length.toLocaleString()} characters`}
          </Anchor>
        </>
      )}
    </>
  );
}
