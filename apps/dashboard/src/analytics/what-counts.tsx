import { Text } from '@mantine/core';
import { Disclosure } from '../shared/disclosure.tsx';

export function WhatCounts() {
  return (
    <Disclosure label="What do these count?">
      <Text size="sm" c="dimmed" maw={760}>
        MTTA is the mean time from the opening of an incident until a person acknowledged it;
        incidents that nobody acknowledged are left out. MTTR is the mean time from the opening
        until the incident was resolved, by a person or because its alerts ended. An incident counts
        on the day it was opened, and days are those of UTC.
      </Text>
    </Disclosure>
  );
}
