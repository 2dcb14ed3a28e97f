import { Tooltip } from '@mantine/core';
import { formatAgo, formatDateTime } from './time.ts';
import { useNow } from './use-now.ts';

const EVENTS = { hover: true, focus: true, touch: true };

/** How long ago something was; whoever points at it or taps it sees when. */
export function Ago({ at }: { at: string }) {
  const now = useNow();
  return (
    <Tooltip label={formatDateTime(at)} events={EVENTS}>
      {/* That time goes by is no news: it is not read out where the text around it is live. */}
      <time dateTime={at} aria-live="off" style={{ whiteSpace: 'nowrap' }}>
        {formatAgo(at, now)}
      </time>
    </Tooltip>
  );
}
