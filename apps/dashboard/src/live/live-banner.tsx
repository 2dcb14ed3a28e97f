import { Alert } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { formatDateTime } from '../shared/time.ts';
import { useLive } from './live.ts';

/** Says so where what is shown may no longer be what is. */
export function LiveBanner() {
  const live = useLive();
  if (live.kind !== 'lost') return null;
  return (
    <Alert
      color="orange"
      variant="light"
      mb="md"
      role="alert"
      icon={<IconPlugConnectedX aria-hidden />}
      title="The connection to Klaxon is lost"
    >
      What you see is as it was at {formatDateTime(live.since)}. It is brought up to date as soon as
      Klaxon answers.
    </Alert>
  );
}
