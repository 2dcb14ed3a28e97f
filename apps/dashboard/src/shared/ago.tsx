import { Tooltip } from '@mantine/core';
import { formatAgo, formatDateTime } from './time.ts';
import { useNow } from './use-now.ts';

/** How long ago something was; pointing at it tells when. */
export function Ago({ at }: { at: string }) {
  const now = useNow();
  return (
    <Tooltip label={formatDateTime(at)}>
      <time dateTime={at}>{formatAgo(at, now)}</time>
    </Tooltip>
  );
}
