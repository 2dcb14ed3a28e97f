import {
  IconArrowMerge,
  IconBell,
  IconBellCheck,
  IconCheck,
  IconClockPause,
  IconDots,
  IconEyeQuestion,
  IconFlame,
  IconMessage,
  IconPencil,
  IconSendOff,
  IconUser,
  IconUserCheck,
  type TablerIcon,
} from '@tabler/icons-react';
import type { TimelineEvent } from './merge-timeline.ts';

const BELL = { icon: IconBell, color: 'orange' };
const PENCIL = { icon: IconPencil, color: 'gray' };
const MERGE = { icon: IconArrowMerge, color: 'gray' };
const SNOOZE = { icon: IconClockPause, color: 'gray' };
const STALE = { icon: IconEyeQuestion, color: 'gray' };

interface EventLook {
  readonly icon: TablerIcon;
  readonly color: string;
}

const LOOKS: Readonly<Record<TimelineEvent['type'], EventLook>> = {
  opened: { icon: IconFlame, color: 'red' },
  reopened: { icon: IconFlame, color: 'red' },
  alerts_joined: BELL,
  alerts_returned: BELL,
  alerts_unconfirmed: BELL,
  alerts_resolved: { icon: IconBellCheck, color: 'teal' },
  acknowledged: { icon: IconUserCheck, color: 'blue' },
  assigned: { icon: IconUser, color: 'blue' },
  title_changed: PENCIL,
  description_changed: PENCIL,
  severity_changed: { icon: IconPencil, color: 'orange' },
  resolved: { icon: IconCheck, color: 'teal' },
  merged: MERGE,
  absorbed: MERGE,
  note_added: { icon: IconMessage, color: 'indigo' },
  snoozed: SNOOZE,
  snooze_ended: SNOOZE,
  went_stale: STALE,
  heard_again: STALE,
  unknown: { icon: IconDots, color: 'gray' },
  notification_failed: { icon: IconSendOff, color: 'red' },
};

/** What a page loaded before the server was renewed does not know looks like what no server does. */
export function eventLook(type: string): EventLook {
  const known = Object.entries(LOOKS).find(([name]) => name === type);
  return known?.[1] ?? LOOKS.unknown;
}
