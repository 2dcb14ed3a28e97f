import { notifications } from '@mantine/notifications';
import { useEffect } from 'react';
import { useAlarmSettings } from './alarm-settings.ts';
import type { Bell } from './ringer.ts';
import { beep, readySound } from './sound.ts';

const HINT = 'klaxon-sound';

/** What this browser rings with, as its settings are now. */
export function useBell(): Bell {
  const { notify, sound } = useAlarmSettings();
  useEffect(() => {
    if (sound) void readySound().then((ready) => ready || askForClick());
  }, [sound]);
  return {
    sound: () => {
      if (sound) beep();
    },
    show: (text, incidentId) => {
      if (notify) show(text, incidentId);
    },
  };
}

/** After a reload browsers are silent until somebody touches the page; nobody should learn that from a page missed. */
function askForClick(): void {
  notifications.show({
    id: HINT,
    color: 'orange',
    title: 'This browser is silent until you click',
    message: 'Click anywhere on this page, so that it may sound when an incident opens.',
    autoClose: false,
  });
  const ready = () => void readySound().then(() => notifications.hide(HINT));
  document.addEventListener('pointerdown', ready, { once: true });
  document.addEventListener('keydown', ready, { once: true });
}

function show(text: string, incidentId: string | null): void {
  try {
    const shown = new Notification(text, { tag: incidentId ?? 'klaxon' });
    shown.onclick = () => {
      window.focus();
      window.location.assign(incidentId === null ? '/incidents' : `/incidents/${incidentId}`);
    };
  } catch {
    // Chrome on Android has the class and refuses to make one; the sound and the page are left.
  }
}
