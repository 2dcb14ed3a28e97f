import { useLocalStorage } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import type { LiveEvent } from './event-stream.ts';

const RINGS: readonly LiveEvent['type'][] = ['opened', 'reopened'];

/** Whether this browser rings when an incident opens, and how. */
export function useAlarm() {
  const [notify, saveNotify] = useLocalStorage({ key: 'klaxon-notify', defaultValue: false });
  const [sound, setSound] = useLocalStorage({ key: 'klaxon-sound', defaultValue: false });

  async function setNotify(on: boolean): Promise<void> {
    const allowed = !on || (await Notification.requestPermission()) === 'granted';
    if (allowed) return saveNotify(on);
    notifications.show({
      color: 'red',
      title: 'This browser does not let Klaxon notify you',
      message: 'Allow notifications for this page in the settings of the browser, then try again.',
    });
  }

  function ring(event: LiveEvent): void {
    if (!RINGS.includes(event.type)) return;
    if (sound) beep();
    if (notify && Notification.permission === 'granted') show(event);
  }

  return { notify, sound, setNotify, setSound, ring };
}

function show({ incident_id, number, severity, title }: LiveEvent): void {
  const shown = new Notification(`#${number} ${severity}: ${title}`, { tag: incident_id });
  shown.onclick = () => {
    window.focus();
    window.location.assign(`/incidents/${incident_id}`);
  };
}

/** Two short notes: no file to load when the network is what is broken. */
function beep(): void {
  const context = new AudioContext();
  for (const [note, at] of [
    [880, 0],
    [660, 0.18],
  ] as const) {
    const oscillator = new OscillatorNode(context, { frequency: note });
    const volume = new GainNode(context, { gain: 0.15 });
    oscillator.connect(volume).connect(context.destination);
    oscillator.start(context.currentTime + at);
    oscillator.stop(context.currentTime + at + 0.15);
  }
}
