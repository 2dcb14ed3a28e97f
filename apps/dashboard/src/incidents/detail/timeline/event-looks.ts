import {
  IconArrowMerge,
  IconBell,
  IconBellCheck,
  IconCheck,
  IconClockPause,
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

interface Look {
  readonly icon: TablerIcon;
  readonly color: string;
}

export function lookOf({ type }: Pick<TimelineEvent, 'type'>): Look {
  return LOOKS[type] ?? PENCIL;
}

const LOOKS: Readonly<Partial<Record<TimelineEvent['type'], Look>>> = {
  opened: { icon: IconFlame, color: 'red' },
  reopened: { icon: IconFlame, color: 'red' },
  alerts_joined: BELL,
  alerts_returned: BELL,
  alerts_unconfirmed: BELL,
  alerts_resolved: { icon: IconBellCheck, color: 'teal' },
  acknowledged: { icon: IconUserCheck, color: 'blue' },
  assigned: { icon: IconUser, color: 'blue' },
  severity_changed: { icon: IconPencil, color: 'orange' },
  resolved: { icon: IconCheck, color: 'teal' },
  merged: MERGE,
  absorbed: MERGE,
  note_added: { icon: IconMessage, color: 'indigo' },
  snoozed: SNOOZE,
  snooze_ended: SNOOZE,
  went_stale: STALE,
  heard_again: STALE,
  unknown: PENCIL,
  notification_failed: { icon: IconSendOff, color: 'red' },
};
